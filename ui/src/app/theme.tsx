// Light or dark: as the machine says, or as this station was told. The choice is the station's, not the patient's, so it stands in the window's own store.
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "fourglass.theme";
const ThemeContext = createContext<{ theme: Theme; choose: (theme: Theme) => void }>({
  theme: "system",
  choose: () => {},
});

function kept(): Theme {
  const said = localStorage.getItem(KEY);
  return said === "light" || said === "dark" ? said : "system";
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(kept);
  useEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const show = () => {
      document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    };
    show();
    dark.addEventListener("change", show);
    return () => dark.removeEventListener("change", show);
  }, [theme]);
  const choose = (next: Theme) => {
    localStorage.setItem(KEY, next);
    setTheme(next);
  };
  return <ThemeContext value={{ theme, choose }}>{children}</ThemeContext>;
}

export function useTheme() {
  return useContext(ThemeContext);
}
