// The binary as it is: a story on one node, and four nodes of a demonstration.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

const PATIENCE = 240_000;

// Starts a process, and waits until what it says has as many addresses as are wanted.
export async function serving(quorate, args, many) {
  const child = spawn(quorate, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const found = () => said.match(/http:\/\/\S+\/(?=\s)/g) ?? [];
  await new Promise((done, failed) => {
    const late = setTimeout(() => (child.kill(), failed(new Error(`quorate ${args.join(" ")} takes too long:\n${said}`))), PATIENCE);
    child.once("exit", () => (clearTimeout(late), failed(new Error(`quorate ${args.join(" ")} ended:\n${said}`))));
    child.stdout.on("data", (piece) => {
      said += piece;
      if (found().length >= many) (clearTimeout(late), done());
    });
  });
  const addresses = found();
  const ended = child.exitCode === null ? once(child, "exit") : null;
  const end = async () => { child.kill("SIGINT"); await ended; };
  return { said, addresses: addresses.map((one) => one.slice(0, -1)), end };
}

// A story from a file, on one node.
export async function story(quorate, file, directory) {
  execFileSync(quorate, ["play", file, "--dir", directory], { stdio: "ignore" });
  const { addresses, end } = await serving(quorate, ["pages", "--dir", directory], 1);
  return { at: addresses[0], end };
}

// Four nodes; `act` gives a command at a member's own node, without waiting for anything else.
export async function demo(quorate, directory) {
  const { said, addresses, end } = await serving(quorate, ["demo", "--dir", directory], 4);
  const members = [...said.matchAll(/^ {2}([A-Z]{3}) {2}(http:\S+)\//gm)].map(([, member, at]) => ({ member, at }));
  const act = (member, args) => {
    const all = [...args, "--dir", `${directory}/${member}`, "--as", `${member}/representative`];
    return new Promise((done, failed) => {
      const child = spawn(quorate, all, { stdio: ["ignore", "pipe", "pipe"] });
      let told = "";
      child.stdout.on("data", (piece) => (told += piece));
      child.stderr.on("data", (piece) => (told += piece));
      child.on("exit", (code) => (code === 0 ? done(told) : failed(new Error(`${all.join(" ")}:\n${told}`))));
    });
  };
  // A vote that is open, for what asks about votes.
  const [mover] = members;
  const tabled = await act(mover.member, ["decision", "table", "Call again", "--call", "500000000.00"]);
  const number = Number(tabled.match(/decision (\d+)/i)[1]);
  await act(mover.member, ["decision", "open", String(number)]);
  return { at: addresses[0], members, act, decision: number, end };
}
