export { SignInLogAlarm, type SignInLogAlarmProps } from "./sign-in-log-alarm";
