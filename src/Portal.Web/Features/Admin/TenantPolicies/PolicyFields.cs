using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// What the staff changes on pages, group by group. All else of a profile is in its file only: names, brand, doors,
/// whose keys are stored with each ID, menu, features and words.
/// </summary>
public static class PolicyFields
{
    /// <summary>Group of the desk's hours.</summary>
    public const string Desk = "desk";

    /// <summary>Group of the response targets.</summary>
    public const string Targets = "targets";

    private const int Year = 365;

    private const int ClosedDays = 200;

    private static readonly string[] Switch = ["true", "false"];

    /// <summary>The more, the later.</summary>
    private static readonly string[] Characters = ["lettersAndDigits", "lettersDigitsAndListedSymbols", "lettersDigitsAndSymbols", "any"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static readonly IReadOnlyList<PolicyField> All =
    [
        new PolicyField.Number("password.minimumLength", 4, 256),
        new PolicyField.Number("password.maximumLength", 4, 256),
        new PolicyField.Choice("password.characters", Characters),
        new PolicyField.Signs("password.symbols", PasswordProfile.MostSymbols),
        new PolicyField.List("password.requires", ProfileWords.Requires.Words),
        new PolicyField.List("password.differsFrom", ProfileWords.DiffersFrom.Words),
        new PolicyField.List("password.refuses", ProfileWords.Refuses.Words),
        new PolicyField.Number("password.historyDepth", 0, 24),
        new PolicyField.Number("password.minimumStrength", 0, 4, Required: false),
        new PolicyField.Number("password.maximumAgeDays", 1, 10 * Year, Required: false),
        new PolicyField.Number("password.warningDays", 0, Year),
        new PolicyField.Choice("password.askTwice", Switch),
        new PolicyField.Choice("password.changeAfterMovingIn", Switch),
        new PolicyField.Number("lockout.limit", 1, 100),
        new PolicyField.Choice("lockout.ends", "timed", "untilReleased", "void"),
        new PolicyField.Number("lockout.minutes", 1, 30 * 24 * 60, Required: false),
        new PolicyField.Choice("lockout.doubles", Switch),
        new PolicyField.Number("lockout.maximumMinutes", 1, 30 * 24 * 60, Required: false),
        new PolicyField.Choice("lockout.repeatedGuessCountsOnce", Switch),
        new PolicyField.List("lockout.releasedBy", ProfileWords.Releasers),
        new PolicyField.Number("temporaryPassword.hours", 1, 168),
        new PolicyField.Number("temporaryPassword.tries", 1, 10),
        new PolicyField.Choice("temporaryPassword.byMail", Switch),
        new PolicyField.Choice("temporaryPassword.byManager", Switch),
        new PolicyField.Choice("temporaryPassword.byStaff", Switch),
        new PolicyField.Choice("temporaryPassword.byPhone", Switch),
        new PolicyField.Choice("temporaryPassword.confirmByMail", Switch),
        new PolicyField.Line("temporaryPassword.phoneNumber", TemporaryPasswordProfile.LongestPhoneNumber),
        new PolicyField.Choice("temporaryPassword.otherPages", ProfileWords.OtherPages),
        new PolicyField.Choice("recovery.method", ProfileWords.RecoveryMethods),
        new PolicyField.Number("recovery.mismatchLimit", 1, 100),
        new PolicyField.Number("recovery.blockMinutes", 1, 24 * 60),
        new PolicyField.Number("recovery.requestsPerHour", 1, 100),
        new PolicyField.Number("recovery.linkMinutes", 5, 24 * 60),
        new PolicyField.Number("recovery.pauseHoursAfterReset", 0, 30 * 24),
        new PolicyField.Choice("secondFactor.mode", "off", "optional", "requiredForManagers", "required"),
        new PolicyField.List("secondFactor.methods", ProfileWords.SecondFactorMethods.Words),
        new PolicyField.Number("secondFactor.codeMinutes", 1, 15),
        new PolicyField.Number("secondFactor.codeTries", 1, 10),
        new PolicyField.Number("secondFactor.resendSeconds", 0, 3600),
        new PolicyField.Number("secondFactor.codesPerHour", 1, 100),
        new PolicyField.Number("secondFactor.failuresPerHour", 1, 100),
        new PolicyField.Number("secondFactor.trustBrowserDays", 1, 30, Required: false),
        new PolicyField.Number("session.idleMinutes", 1, 24 * 60),
        new PolicyField.Number("session.absoluteHours", 1, 24),
        new PolicyField.Number("session.perAccount", 1, 1000),
        new PolicyField.Choice("signInNotice", ProfileWords.SignInNotices),
        new PolicyField.Choice("emailChange.start", ProfileWords.EmailChangeStarts),
        new PolicyField.Choice("emailChange.managersOnly", Switch),
        new PolicyField.Number("historyDays", 30, 10 * Year),
        new PolicyField.Number("operators.dormantDays", 1, OperatorsProfile.MostDormantDays, Required: false),
        new PolicyField.Choice("operators.disableDormant", Switch),
        new PolicyField.Number("files.largestMegabytes", 1, 20),
        new PolicyField.Number("files.most", 1, 10),
        new PolicyField.Number("files.roomMegabytes", 1, 10 * 1024 * 1024),
        new PolicyField.Number("cases.closeAfterDays", 1, Year),
        new PolicyField.List("cases.desk.days", Weekdays) { In = Desk },
        new PolicyField.Clock("cases.desk.from") { In = Desk },
        new PolicyField.Clock("cases.desk.until") { In = Desk },
        new PolicyField.Choice("cases.desk.holidays", Switch) { In = Desk },
        new PolicyField.Days("cases.desk.freeDays", ClosedDays) { In = Desk },
        new PolicyField.Days("cases.desk.workingDays", ClosedDays) { In = Desk },
        new PolicyField.Targets("cases.targets") { In = Targets },
    ];

    public static readonly IReadOnlyList<string> Groups = [.. All.Select(field => field.Group).Distinct()];

    /// <summary>The groups that a tenant has: without temporary passwords there is nothing to say of them.</summary>
    public static IEnumerable<string> GroupsOf(TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Groups.Where(group => group switch
        {
            "temporaryPassword" => profile.TemporaryPassword is not null,
            "recovery" => profile.Recovery is not null,
            "operators" => profile.Operators is not null,
            Desk or Targets => profile.Features.Contains(TenantFeatures.Cases),
            _ => true,
        });
    }

    public static IReadOnlyList<PolicyField> Of(string group) => [.. All.Where(field => field.Group == group)];

    /// <summary>
    /// The words that a site can choose: by keyword people are emailed a temporary password, which some sites do not
    /// have.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(PolicyField.Choice field, TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(profile);
        return field.Path == "recovery.method" && profile.TemporaryPassword is null
            ? [.. field.Words.Where(word => word != RecoveryProfile.ByKeyword)]
            : field.Words;
    }

    public static PolicyField? Find(string path) => All.FirstOrDefault(field => field.Path == path);
}
