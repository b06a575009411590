using System.Globalization;

namespace Portal.Rules.TenantPolicies;

/// <summary>What today's standards advise (OWASP ASVS 5, NIST SP 800-63B-4), by the paths of the profile.</summary>
public static class AdvisedPolicy
{
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["password.maximumLength"] = "128",
        ["password.requires"] = "",
        ["password.differsFrom"] = "current,containingLoginId",
        ["password.refuses"] = "common,context",
        ["lockout.limit"] = "5",
        ["lockout.ends"] = "timed",
        ["lockout.minutes"] = "20",
        ["lockout.doubles"] = "true",
        ["lockout.maximumMinutes"] = "60",
        ["temporaryPassword.hours"] = "24",
        ["temporaryPassword.tries"] = "3",
        ["recovery.method"] = "link",
        ["recovery.mismatchLimit"] = "5",
        ["recovery.blockMinutes"] = "20",
        ["recovery.requestsPerHour"] = "3",
        ["recovery.linkMinutes"] = "30",
        ["recovery.pauseHoursAfterReset"] = "24",
        ["secondFactor.mode"] = "requiredForManagers",
        ["secondFactor.methods"] = "app,passkey,recoveryCode",
        ["secondFactor.codeMinutes"] = "10",
        ["secondFactor.codeTries"] = "5",
        ["secondFactor.resendSeconds"] = "60",
        ["secondFactor.codesPerHour"] = "5",
        ["secondFactor.failuresPerHour"] = "10",
        ["session.idleMinutes"] = "30",
        ["session.absoluteHours"] = "12",
        ["session.perAccount"] = "5",
        ["historyDays"] = "400",
    };

    private static readonly Dictionary<string, string> OfStaff = new()
    {
        ["session.idleMinutes"] = "15",
        ["session.absoluteHours"] = "8",
        ["session.perAccount"] = "3",
    };

    // Of the lengths of a password alone, and of one beside which a factor is always asked.
    private const int Alone = 15;
    private const int WithFactor = 8;

    /// <returns>Null where nothing is advised.</returns>
    /// <param name="path">In the profile.</param>
    /// <param name="isStaff">In the staff's own realm.</param>
    /// <param name="alwaysFactor">Everybody proves a second factor.</param>
    public static string? Of(string path, bool isStaff, bool alwaysFactor) => path switch
    {
        "password.minimumLength" => (alwaysFactor ? WithFactor : Alone).ToString(CultureInfo.InvariantCulture),
        _ when isStaff && OfStaff.TryGetValue(path, out var strict) => strict,
        _ => Usual.GetValueOrDefault(path),
    };
}
