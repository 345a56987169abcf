//! What is done at a visit, each as one act of one person; the journeys are told in these.

use fantoccini::key::Key;

use crate::window::{Step, Window};

/// The eight symptoms, as they are asked.
const SYMPTOMS: [&str; 8] = [
    "Shaking chills in the last 24 hours",
    "Fever, felt or measured, in the last 48 hours",
    "Burning when passing urine",
    "Passing urine often, or a sudden urge",
    "Pain: perineum, pelvis, low back, flank or testicle",
    "Slow stream, or cannot pass urine",
    "Discharge, or a swollen testicle",
    "Blood in the urine or from the back passage",
];

/// The longest names that can be registered: eighty signs each. What they break on a screen is seen on its picture.
pub(crate) const LONGEST: Man = Man {
    family: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley-Hohenlohe-Öhr",
    given: "Maximilian Ferdinand Konstantin Alexander Theodosius Bartholomäus Emmanuel Jörge",
    born: "28021937",
};

/// A patient of the journeys.
pub(crate) struct Man {
    pub(crate) family: &'static str,
    pub(crate) given: &'static str,
    /// Day, month and year as the keys are pressed.
    pub(crate) born: &'static str,
}

/// What is measured at check-in.
pub(crate) struct Reading {
    pub(crate) temperature: &'static str,
    pub(crate) pulse: &'static str,
}

/// The nurse registers the man, and finds him again as she types.
pub(crate) async fn register_and_find(window: &Window, man: &Man) -> Step {
    window.press("Find").await?;
    window.press("Register a patient").await?;
    window.fill("Family name", man.family).await?;
    window.fill("Given names", man.given).await?;
    window.fill("Birth date", man.born).await?;
    window.choose("Sex for the laboratory", "Male").await?;
    window.choose("Has a prostate", "Yes").await?;
    window.fill("Allergies", "none known").await?;
    window.picture("register").await?;
    window.press("Register").await?;
    window.find("heading", "Chart").await?;
    window.press("Find").await?;
    window.fill("Name, birth date or MRN", &man.family[..3]).await?;
    window.see(man.given).await?;
    window.picture("found-again").await?;
    window.key(Key::Enter).await?;
    window.find("heading", "Chart").await.map(drop)
}

/// A four-glass test is booked for today, and the man has come.
pub(crate) async fn book_and_arrive(window: &Window) -> Step {
    book(window, "Four-glass test", "Suspected chronic bacterial prostatitis (NIH II), localisation").await
}

/// This is booked for today, and the man has come.
pub(crate) async fn book(window: &Window, procedure: &str, indication: &str) -> Step {
    window.press("Book a visit").await?;
    window.choose("Procedure", procedure).await?;
    window.choose("Indication", indication).await?;
    window.picture("book").await?;
    window.press("Book the visit").await?;
    window.press("Record arrival").await?;
    window.find("button", "Check in").await.map(drop)
}

/// The nurse measures.
pub(crate) async fn measure(window: &Window, reading: &Reading) -> Step {
    window.fill("Temperature", reading.temperature).await?;
    window.fill("Pulse", reading.pulse).await?;
    window.fill("Upper pressure", "128").await?;
    window.fill("Lower pressure", "78").await?;
    window.press("Take these readings").await
}

/// The nurse asks; `new` are the symptoms that are new, all others are absent, and the history is empty.
pub(crate) async fn ask(window: &Window, new: &[&str]) -> Step {
    // The readings come on screen above the questions and move them.
    window.see("They count until").await?;
    for symptom in SYMPTOMS {
        let answer = if new.contains(&symptom) { "New or worse" } else { "No" };
        window.choose(symptom, answer).await?;
    }
    window.press_away("Passing urine: neither").await?;
    for group in [
        "Infection",
        "Anus and rectum",
        "Bleeding",
        "Cancer and procedures",
        "Nerves, heart and posture",
        "Allergy",
        "What spoils a sample",
    ] {
        window.press_away(&format!("{group}: none of these")).await?;
    }
    if window.has("button", "Dignity: no").await? {
        window.press_away("Dignity: no").await?;
    }
    Ok(())
}

/// How the patient agrees.
#[derive(Clone, Copy)]
pub(crate) enum Agreement {
    /// By a signature, drawn.
    Signed,
    /// In words, heard by this member of staff.
    Heard(&'static str),
}

/// Consent in the patient's own screen: four spoken groups, no chaperone wanted, then the agreement.
pub(crate) async fn consent(window: &Window, passphrase: &str, agreement: Agreement) -> Step {
    agree(window, None, agreement).await?;
    take_the_screen_back(window, passphrase).await
}

/// Said before the patient is given the screen, and never assumed.
async fn can_decide(window: &Window) -> Step {
    window.choose("The patient can understand, keep in mind, weigh and say a decision", "Yes").await
}

/// What the patient does of it, until the screen is handed back; with somebody of the clinic as chaperone, or none.
pub(crate) async fn agree(window: &Window, chaperone: Option<&str>, agreement: Agreement) -> Step {
    can_decide(window).await?;
    window.press("Hand the screen to the patient").await?;
    window.taps();
    for page in 1..=4 {
        window.see(&format!("{page} of 5")).await?;
        if page == 1 {
            window.picture("what-the-patient-reads").await?;
        }
        if window.has("radio", "No, thank you").await? {
            let wanted = if chaperone.is_some() { "Yes, please" } else { "No, thank you" };
            window.choose("Would you like a chaperone to be present?", wanted).await?;
            if let Some(name) = chaperone {
                window.choose("Who will be present", name).await?;
                window.choose("For the member of staff: are they trained as a chaperone?", "Yes").await?;
            }
        }
        let answered = window.has("button", "My questions were answered").await?;
        window.press(if answered { "My questions were answered" } else { "We have gone through this" }).await?;
    }
    window.find("heading", "Your agreement").await?;
    match agreement {
        Agreement::Signed => {
            window.sign().await?;
            window.picture("the-agreement").await?;
            window.press("I agree and have signed").await?;
        }
        Agreement::Heard(witness) => {
            window.press("Agree in words, with a witness, instead").await?;
            window.choose("Who hears you agree", witness).await?;
            window.picture("the-agreement").await?;
            window.press("I agree, and have said so").await?;
        }
    }
    window.find("heading", "Thank you").await?;
    window.count("Consent, massage", 8);
    window.picture("sealed").await
}

/// Consent to the examination alone: one page, read together, and agreed to in words.
pub(crate) async fn consent_in_words(window: &Window, passphrase: &str) -> Step {
    can_decide(window).await?;
    window.press("Hand the screen to the patient").await?;
    window.see("1 of 2").await?;
    window.picture("one-page-to-read").await?;
    window.taps();
    window.choose("Would you like a chaperone to be present?", "No, thank you").await?;
    window.press("We have gone through this").await?;
    window.find("heading", "Your agreement").await?;
    window.press("I agree").await?;
    window.find("heading", "Thank you").await?;
    window.count("Consent, DRE", 3);
    take_the_screen_back(window, passphrase).await
}

async fn take_the_screen_back(window: &Window, passphrase: &str) -> Step {
    window.fill("Staff: your passphrase", passphrase).await?;
    window.press("Take the screen back").await?;
    window.see("Everything that is planned is covered.").await
}

/// The urologist's time-out: who it is, what stands, and nothing known against it.
pub(crate) async fn time_out(window: &Window) -> Step {
    window.press("Name and birth date said").await?;
    window.press("Consent and chaperone stand").await?;
    window.tick("The urologist's own questions", "None of these").await?;
    window.picture("time-out").await?;
    window.press("Begin the examination").await
}

/// VB1 and VB2 come together, before anybody touches the gland.
pub(crate) async fn receive_first_urines(window: &Window) -> Step {
    window.choose("Volume of VB1", "Enough").await?;
    window.choose("Volume of VB2", "Enough").await?;
    window.picture("first-urines").await?;
    window.press("VB1 and VB2 received: stamp and print").await?;
    window.find("button", "Go to the examination").await.map(drop)
}

/// The examination of a gland with nothing to stop for, on the way to the massage.
pub(crate) async fn examine(window: &Window) -> Step {
    feel(window).await?;
    window.press("To the glasses").await
}

/// What the finger finds, which is nothing: five answers, the size, and the rest as one statement.
pub(crate) async fn feel(window: &Window) -> Step {
    window.see("Five answers before any stroke").await?;
    window.picture("five-answers").await?;
    window.press("None of the stop findings").await?;
    window.fill("Size as felt", "35").await?;
    window.press("All unstated findings normal").await?;
    window.picture("findings").await?;
    window.press("Keep the findings").await?;
    // Kept, the page is laid out anew: a press before that would land beside its button.
    window.find("button", "State them again").await.map(drop)
}

/// What the finger finds in an acutely infected gland.
pub(crate) async fn find_tender_gland(window: &Window) -> Step {
    window.see("Five answers before any stroke").await?;
    window.tick("Inspection", "Nothing that stops us").await?;
    window.choose("Tenderness", "Severe").await?;
    window.choose("Consistency", "Boggy").await?;
    window.choose("Warm to the finger", "Yes").await?;
    window.choose("Anything fluctuates", "No").await?;
    window.picture("tender-and-boggy").await?;
    window.press("Keep the five answers").await
}

/// The stop: words for the patient first, the reasons on demand; nothing more can be done to the gland.
pub(crate) async fn stop(window: &Window, reason: &str) -> Step {
    window.see("We will not do this part today.").await?;
    window.picture("stop").await?;
    window.press("Why, and what to do now").await?;
    window.see(reason).await?;
    window.picture("why-and-what-to-do").await?;
    // A stop found by the finger has ended the procedure by itself.
    if window.has("button", "End the procedure here").await? {
        window.press_away("End the procedure here").await?;
    }
    window.find("button", "Findings").await?;
    let kept = window.has("button", "To what was collected").await?;
    window.press(if kept { "To what was collected" } else { "To the glasses" }).await?;
    window.see("Stopped for safety").await?;
    window.picture("what-was-collected").await?;
    for forbidden in ["Start the massage", "Stamp EPS: drops", "Stamp VB3: enough"] {
        if window.has("button", forbidden).await? {
            return Err(format!("“{forbidden}” is offered to a man who was stopped"));
        }
    }
    Ok(())
}

/// The massage: seconds, and a stroke that was counted.
pub(crate) async fn massage(window: &Window) -> Step {
    window.press("Start the massage").await?;
    window.press("R 0").await?;
    window.picture("massage").await?;
    window.press("Stop: massage complete").await
}

/// The man is well, takes his sheet home, says how he is called, and goes.
pub(crate) async fn leave(window: &Window) -> Step {
    window.press("Aftercare and leaving").await?;
    look_after(window).await
}

/// The same in the aftercare room, however he came there.
pub(crate) async fn look_after(window: &Window) -> Step {
    window.choose("Language of the sheet", "English").await?;
    window.press("Print and give the sheet").await?;
    window.see("aftercare-").await?;
    window.press("Well,").await?;
    window.fill("Number we may call, or how else to reach the patient", "030 5550 177").await?;
    window.press("The patient confirms it").await?;
    window.picture("before-leaving").await?;
    window.press("Close the visit").await
}

/// Every label that waits is read back by scanner, whatever is shown.
pub(crate) async fn scan_labels(window: &Window, tubes: usize) -> Step {
    for _ in 0..tubes {
        let number = waiting_label(window).await?;
        window.scan(&compact(&number)).await?;
        window.see_no_waiting(&number).await?;
    }
    Ok(())
}

/// One label is read back without a scanner, by its last four characters.
pub(crate) async fn type_label(window: &Window) -> Step {
    let number = waiting_label(window).await?;
    let characters = compact(&number);
    window.press("No scanner: type").await?;
    window.fill("Last four characters on the tube", &characters[characters.len() - 4..]).await?;
    window.press("Verify").await?;
    window.see_no_waiting(&number).await
}

/// Every tube of the set on the board is packed by scanning it.
pub(crate) async fn pack(window: &Window, tubes: usize) -> Step {
    window.press("Handoff").await?;
    window.find("heading", "Handoff").await?;
    window.picture("handoff").await?;
    for _ in 0..tubes {
        // The board comes a moment after its heading.
        let waiting = async || Ok(window.ask(UNPACKED, vec![]).await?.as_str().map(str::to_owned));
        let number = compact(&window.until("a tube that waits to be packed", waiting).await?);
        window.scan(&number).await?;
        window.see(&format!("{number} packed in Bag 1")).await?;
    }
    Ok(())
}

/// The number of the first tube that still asks for its label.
pub(crate) async fn waiting_label(window: &Window) -> Step<String> {
    // It is read from the tube, so it has left the printer.
    let printed = async || Ok(window.ask(OPEN_NUMBERS, vec![]).await?.as_str().map(str::to_owned));
    window.until("a printed label that waits to be verified", printed).await
}

fn compact(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// The first tube on the board that lies in no bag, by its number.
const UNPACKED: &str = "
    const tubes = [...document.querySelectorAll('[aria-label=Tubes] li')].filter((tube) => !tube.innerText.includes('packed'));
    const number = tubes.map((tube) => tube.innerText.match(/[A-Z]\\d\\d-\\d{6}-\\S( ?\\S)?/)).find(Boolean);
    return number ? number[0] : null;";

/// The first tile that still asks for its label, by its number.
const OPEN_NUMBERS: &str = "
    const open = [...document.querySelectorAll('li[data-status=collected]')];
    const tiles = open.filter((tile) => tile.innerText.includes('scan it'));
    const number = tiles.map((tile) => tile.innerText.match(/[A-Z]\\d\\d-\\d{6}-\\S( ?\\S)?/)).find(Boolean);
    return number ? number[0] : null;";
