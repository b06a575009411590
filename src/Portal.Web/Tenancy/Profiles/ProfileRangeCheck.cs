using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// Numbers that are beyond what anybody means, or can be counted with. Some were stored before this was asked: these
/// are served on, and have to be mended when the profile is changed. The bounds are those of the staff's forms.
/// </summary>
internal static class ProfileRangeCheck
{
    private const int Day = 24 * 60;
    private const int Year = 365;
    private const int Often = 100;

    public static IEnumerable<ProfileProblem> Problems(TenantProfile profile)
    {
        var (recovery, factor) = (profile.Recovery, profile.SecondFactor);
        (string Path, int? Value, int Least, int Most)[] numbers =
        [
            ("password.maximumAgeDays", profile.Password.MaximumAgeDays, 1, 10 * Year),
            ("password.warningDays", profile.Password.WarningDays, 0, Year),
            ("lockout.minutes", profile.Lockout.Minutes, 1, 30 * Day),
            ("lockout.maximumMinutes", profile.Lockout.MaximumMinutes, 1, 30 * Day),
            ("recovery.mismatchLimit", recovery?.MismatchLimit, 1, Often),
            ("recovery.blockMinutes", recovery?.BlockMinutes, 1, Day),
            ("recovery.requestsPerHour", recovery?.RequestsPerHour, 1, Often),
            ("recovery.pauseHoursAfterReset", recovery?.PauseHoursAfterReset, 0, 30 * 24),
            ("secondFactor.resendSeconds", factor.ResendSeconds, 0, 3600),
            ("secondFactor.codesPerHour", factor.CodesPerHour, 1, Often),
            ("secondFactor.failuresPerHour", factor.FailuresPerHour, 1, Often),
            ("session.perAccount", profile.Session.PerAccount, 1, 1000),
            ("files.roomMegabytes", profile.Files.RoomMegabytes, 1, 10 * 1024 * 1024),
            ("operators.dormantDays", profile.Operators?.DormantDays, 1, OperatorsProfile.MostDormantDays),
            ("operators.perLoginId", profile.Operators?.PerLoginId, 1, 1000),
            ("linkedAdministrators.reconfirmDays", profile.LinkedAdministrators?.ReconfirmDays, 0, 10 * Year),
        ];
        return numbers.Where(number => number.Value < number.Least || number.Value > number.Most)
            .Select(number => new ProfileProblem(number.Path, "Range", number.Least, number.Most));
    }
}
