// Every word on the patient's screen that is not the text itself, in each language of the texts.
import type { Tongue } from "../../practice";

export type PatientWords = {
  page: (page: number, of: number) => string;
  takeBack: string;
  back: string;
  backOnePage: string;
  decline: string;
  goneThrough: string;
  answered: string;
  examinerAsks: string;
  canBePresent: (name: string, role: string, trained: boolean) => string;
  wantChaperone: string;
  yesPlease: string;
  noThanks: string;
  answerFirst: string;
  whoPresent: string;
  chooseWho: string;
  staffTrained: string;
  staffAnswer: string;
  guardianToo: string;
  trainee: (name: string, role: string) => string;
  yes: string;
  no: string;
  nurse: string;
  urologist: string;
  declineTitle: string;
  declineRight: string;
  declineAsk: string;
  goBack: string;
  agreement: string;
  signHere: string;
  signatureOf: (name: string) => string;
  interpreterSigns: (name: string) => string;
  ink: { drawn: (strokes: number) => string; empty: string; wipe: string };
  whoHears: string;
  drawInstead: string;
  heardInstead: string;
  typeInstead: string;
  paperInstead: string;
  typedName: string;
  paperFile: string;
  paperHint: string;
  agreeSigned: string;
  agree: string;
  agreeSaid: string;
  agreePaper: string;
  notReviewed: string;
  thanks: string;
  handBack: string;
  handBackPlease: string;
  recorded: (at: string) => string;
  declined: (at: string) => string;
  yourSignature: string;
  sealed: string;
  goOn: string;
  staffPin: string;
  staffPassphrase: string;
  staffSigns: string;
  staffTakesBack: string;
  refused: { signature: string; interpreter: string; name: string; file: string; secret: string; other: string };
};

const ENGLISH: PatientWords = {
  page: (page, of) => `${page} of ${of}`,
  takeBack: "Staff: take the screen back",
  back: "Back",
  backOnePage: "Back one page",
  decline: "I do not want this",
  goneThrough: "We have gone through this",
  answered: "My questions were answered",
  examinerAsks: "The examiner asks that a chaperone be present.",
  canBePresent: (name, role, trained) =>
    `${name}, ${role}, can be present${trained ? "." : ", but is not trained as a chaperone."}`,
  wantChaperone: "Would you like a chaperone to be present?",
  yesPlease: "Yes, please",
  noThanks: "No, thank you",
  answerFirst: "Please answer this question before you go on.",
  whoPresent: "Who will be present",
  chooseWho: "Please choose who will be present.",
  staffTrained: "For the member of staff: are they trained as a chaperone?",
  staffAnswer: "Please hand the screen to the member of staff for this answer.",
  guardianToo: "For the parent or guardian: do you also choose to go on without a chaperone?",
  trainee: (name, role) =>
    `${name}, ${role}, is in training and would examine you too. Do you agree to this person? A no changes nothing else.`,
  yes: "Yes",
  no: "No",
  nurse: "nurse",
  urologist: "urologist",
  declineTitle: "You do not want this today",
  declineRight: "That is your right, and you do not have to say why. Your other care will not suffer.",
  declineAsk: "If you would rather ask something first, go back and ask.",
  goBack: "Go back",
  agreement: "Your agreement",
  signHere: "Sign here with pen, finger or mouse",
  signatureOf: (name) => `Signature of ${name}`,
  interpreterSigns: (name) => `Signature of the interpreter, ${name}`,
  ink: {
    drawn: (strokes) => `drawn, ${strokes} strokes`,
    empty: "empty, draw here",
    wipe: "Wipe and draw again",
  },
  whoHears: "Who hears you agree",
  drawInstead: "Sign on the screen instead",
  heardInstead: "Agree in words, with a witness, instead",
  typeInstead: "Type the name instead",
  paperInstead: "Signed on paper instead",
  typedName: "Your name, as it stands on record",
  paperFile: "Staff: the scan of the signed paper",
  paperHint: "PDF, JPEG or PNG, at most 10 MB",
  agreeSigned: "I agree and have signed",
  agree: "I agree",
  agreeSaid: "I agree, and have said so",
  agreePaper: "I agree and have signed on paper",
  notReviewed: "This translation was not reviewed by a qualified translator. It can be read, but it cannot be signed.",
  thanks: "Thank you",
  handBack: "Please hand the screen back",
  handBackPlease: "Please hand the screen back to the member of staff.",
  recorded: (at) => `Your agreement was recorded at ${at}. You can still stop at any time.`,
  declined: (at) => `Your answer was recorded at ${at}. Nothing will be done.`,
  yourSignature: "Your signature",
  sealed: "Sealed: text",
  goOn: "Go on reading",
  staffPin: "Staff: your PIN",
  staffPassphrase: "Staff: your passphrase",
  staffSigns: "It also signs, as clinician, that you explained this and recorded the answer.",
  staffTakesBack: "Take the screen back",
  refused: {
    signature: "The signature is missing or too short. Please sign in the box.",
    interpreter: "Please ask the interpreter to sign as well.",
    name: "This is not the name on record. Please type it as it stands there.",
    file: "This file is no PDF, JPEG or PNG of at most 10 MB.",
    secret: "That did not fit. The member of staff types it again.",
    other: "This cannot be recorded yet. Please hand the screen to the member of staff.",
  },
};

const SPANISH: PatientWords = {
  page: (page, of) => `${page} de ${of}`,
  takeBack: "Personal: recuperar la pantalla",
  back: "Atrás",
  backOnePage: "Una página atrás",
  decline: "No quiero esto",
  goneThrough: "Lo hemos leído",
  answered: "Han respondido a mis preguntas",
  examinerAsks: "Quien explora pide que alguien acompañe.",
  canBePresent: (name, role, trained) =>
    `${name} (${role}) puede estar presente${trained ? "." : ", pero no tiene formación para acompañar."}`,
  wantChaperone: "¿Quiere que alguien del equipo le acompañe?",
  yesPlease: "Sí, por favor",
  noThanks: "No, gracias",
  answerFirst: "Conteste a esta pregunta antes de seguir.",
  whoPresent: "Quién estará presente",
  chooseWho: "Elija quién estará presente.",
  staffTrained: "Para el personal: ¿tiene formación para acompañar?",
  staffAnswer: "Entregue la pantalla al personal para esta respuesta.",
  guardianToo: "Para la madre, el padre o quien tenga la tutela: ¿también elige seguir sin acompañante?",
  trainee: (name, role) =>
    `${name} (${role}) está en formación y también le exploraría. ¿Acepta a esta persona? Un no no cambia nada más.`,
  yes: "Sí",
  no: "No",
  nurse: "enfermería",
  urologist: "urología",
  declineTitle: "Hoy no quiere esto",
  declineRight: "Está en su derecho y no tiene que decir por qué. Su atención en lo demás no empeorará.",
  declineAsk: "Si prefiere preguntar algo antes, vuelva atrás y pregunte.",
  goBack: "Volver",
  agreement: "Su consentimiento",
  signHere: "Firme aquí con lápiz, dedo o ratón",
  signatureOf: (name) => `Firma de ${name}`,
  interpreterSigns: (name) => `Firma de quien interpreta, ${name}`,
  ink: {
    drawn: (strokes) => `dibujada, ${strokes} trazos`,
    empty: "vacía, dibuje aquí",
    wipe: "Borrar y firmar de nuevo",
  },
  whoHears: "Quién le oye decir que sí",
  drawInstead: "Firmar en la pantalla",
  heardInstead: "Consentir de palabra, ante testigo",
  typeInstead: "Escribir el nombre",
  paperInstead: "Firmado en papel",
  typedName: "Su nombre, tal como consta",
  paperFile: "Personal: la copia escaneada del papel firmado",
  paperHint: "PDF, JPEG o PNG, como mucho 10 MB",
  agreeSigned: "Doy mi consentimiento y he firmado",
  agree: "Doy mi consentimiento",
  agreeSaid: "Doy mi consentimiento y lo he dicho",
  agreePaper: "Doy mi consentimiento y he firmado en papel",
  notReviewed:
    "Esta traducción no ha sido revisada por una persona cualificada para traducir. Se puede leer, pero no se puede firmar.",
  thanks: "Gracias",
  handBack: "Devuelva la pantalla, por favor",
  handBackPlease: "Devuelva la pantalla al personal, por favor.",
  recorded: (at) => `Su consentimiento se registró a las ${at}. Puede parar en cualquier momento.`,
  declined: (at) => `Su respuesta se registró a las ${at}. No se hará nada.`,
  yourSignature: "Su firma",
  sealed: "Sellado: texto",
  goOn: "Seguir leyendo",
  staffPin: "Personal: su PIN",
  staffPassphrase: "Personal: su frase de acceso",
  staffSigns: "Con ella firma también, por la clínica, que lo ha explicado y ha registrado la respuesta.",
  staffTakesBack: "Recuperar la pantalla",
  refused: {
    signature: "Falta la firma o es demasiado corta. Firme en el recuadro.",
    interpreter: "Pida a quien interpreta que firme también.",
    name: "No es el nombre que consta. Escríbalo tal como figura.",
    file: "El archivo no es un PDF, JPEG o PNG de como mucho 10 MB.",
    secret: "No coincide. El personal lo escribe de nuevo.",
    other: "Todavía no se puede registrar. Entregue la pantalla al personal.",
  },
};

const GERMAN: PatientWords = {
  page: (page, of) => `${page} von ${of}`,
  takeBack: "Personal: Bildschirm zurücknehmen",
  back: "Zurück",
  backOnePage: "Eine Seite zurück",
  decline: "Ich möchte das nicht",
  goneThrough: "Wir sind das durchgegangen",
  answered: "Meine Fragen wurden beantwortet",
  examinerAsks: "Wer untersucht, bittet um eine Begleitung im Raum.",
  canBePresent: (name, role, trained) =>
    `${name} (${role}) kann dabei sein${trained ? "." : ", ist aber nicht als Begleitung geschult."}`,
  wantChaperone: "Möchten Sie, dass jemand aus dem Team dabei ist?",
  yesPlease: "Ja, bitte",
  noThanks: "Nein, danke",
  answerFirst: "Bitte beantworten Sie diese Frage, bevor Sie weitergehen.",
  whoPresent: "Wer dabei sein wird",
  chooseWho: "Bitte wählen Sie, wer dabei sein wird.",
  staffTrained: "Für das Personal: Ist die Person als Begleitung geschult?",
  staffAnswer: "Bitte geben Sie den Bildschirm für diese Antwort dem Personal.",
  guardianToo: "Für Eltern oder Sorgeberechtigte: Möchten auch Sie ohne Begleitung fortfahren?",
  trainee: (name, role) =>
    `${name} (${role}) ist in Ausbildung und würde Sie auch untersuchen. Stimmen Sie dieser Person zu? Ein Nein ändert sonst nichts.`,
  yes: "Ja",
  no: "Nein",
  nurse: "Pflege",
  urologist: "Urologie",
  declineTitle: "Sie möchten das heute nicht",
  declineRight: "Das ist Ihr Recht, und Sie müssen keinen Grund nennen. Ihre übrige Versorgung leidet nicht darunter.",
  declineAsk: "Wenn Sie lieber erst etwas fragen möchten, gehen Sie zurück und fragen Sie.",
  goBack: "Zurückgehen",
  agreement: "Ihre Einwilligung",
  signHere: "Hier mit Stift, Finger oder Maus unterschreiben",
  signatureOf: (name) => `Unterschrift von ${name}`,
  interpreterSigns: (name) => `Unterschrift der dolmetschenden Person, ${name}`,
  ink: {
    drawn: (strokes) => `gezeichnet, ${strokes} Striche`,
    empty: "leer, hier zeichnen",
    wipe: "Löschen und neu unterschreiben",
  },
  whoHears: "Wer hört, dass Sie zustimmen",
  drawInstead: "Auf dem Bildschirm unterschreiben",
  heardInstead: "Mündlich zustimmen, vor jemandem",
  typeInstead: "Den Namen tippen",
  paperInstead: "Auf Papier unterschrieben",
  typedName: "Ihr Name, wie in der Akte",
  paperFile: "Personal: der Scan des unterschriebenen Papiers",
  paperHint: "PDF, JPEG oder PNG, höchstens 10 MB",
  agreeSigned: "Ich willige ein und habe unterschrieben",
  agree: "Ich willige ein",
  agreeSaid: "Ich willige ein und habe es gesagt",
  agreePaper: "Ich willige ein und habe auf Papier unterschrieben",
  notReviewed: "Diese Übersetzung wurde nicht fachkundig geprüft. Sie kann gelesen, aber nicht unterschrieben werden.",
  thanks: "Danke",
  handBack: "Bitte geben Sie den Bildschirm zurück",
  handBackPlease: "Bitte geben Sie den Bildschirm dem Personal zurück.",
  recorded: (at) => `Ihre Einwilligung wurde um ${at} aufgenommen. Sie können jederzeit aufhören.`,
  declined: (at) => `Ihre Antwort wurde um ${at} aufgenommen. Es wird nichts gemacht.`,
  yourSignature: "Ihre Unterschrift",
  sealed: "Versiegelt: Text",
  goOn: "Weiterlesen",
  staffPin: "Personal: Ihre PIN",
  staffPassphrase: "Personal: Ihre Passphrase",
  staffSigns: "Damit unterschreiben Sie auch, dass Sie es erklärt und die Antwort aufgenommen haben.",
  staffTakesBack: "Bildschirm zurücknehmen",
  refused: {
    signature: "Die Unterschrift fehlt oder ist zu kurz. Bitte im Feld unterschreiben.",
    interpreter: "Bitte auch die dolmetschende Person unterschreiben lassen.",
    name: "Das ist nicht der Name in der Akte. Bitte so tippen, wie er dort steht.",
    file: "Die Datei ist kein PDF, JPEG oder PNG von höchstens 10 MB.",
    secret: "Das passte nicht. Das Personal tippt es noch einmal.",
    other: "Das kann noch nicht aufgenommen werden. Bitte geben Sie den Bildschirm dem Personal.",
  },
};

const WORDS: Record<Tongue, PatientWords> = { en: ENGLISH, es: SPANISH, de: GERMAN };

/** The words of a language. */
export function wordsIn(tongue: Tongue): PatientWords {
  return WORDS[tongue];
}

/** What somebody is, as the patient reads it. */
export function roleIn(tongue: Tongue, role: string): string {
  const words = WORDS[tongue];
  if (role === "nurse") return words.nurse;
  return role === "urologist" ? words.urologist : role;
}

/** A refusal in the patient's language: the practice speaks to staff. */
export function refusedIn(tongue: Tongue, code: string, message: string): string {
  if (tongue === "en") return message;
  const { refused } = WORDS[tongue];
  if (code === "not-a-signature" || code === "signature-needed") return refused.signature;
  if (code === "interpreter-signature-missing") return refused.interpreter;
  if (code === "typed-name-differs") return refused.name;
  if (code === "not-a-scan") return refused.file;
  if (code.startsWith("passphrase-") || code === "pin-wrong") return refused.secret;
  return refused.other;
}
