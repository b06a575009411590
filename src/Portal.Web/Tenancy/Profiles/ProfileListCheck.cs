using System.Text.Json;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// Lists of words in which one stands twice, and columns of which there are none: what shows them would say a thing
/// twice, or nothing. Some were stored before this was asked: these are served on, as with numbers out of range.
/// </summary>
internal static class ProfileListCheck
{
    public static IEnumerable<ProfileProblem> Problems(TenantProfile profile)
    {
        var operators = profile.Operators;
        return
        [
            .. operators is { Columns.Count: 0 } ? new[] { new ProfileProblem("operators.columns", "NoWord") } : [],
            .. Twice("languages", profile.Languages),
            .. Twice("features", profile.Features),
            .. Twice("operators.columns", operators?.Columns),
            .. Twice("operators.fields", operators?.Fields),
            .. Twice("operators.listedRoles", Words(operators?.ListedRoles)),
            .. Twice("operators.acts", Words(operators?.Acts)),
            .. Twice("operators.hiddenNumbers", Words(operators?.HiddenNumbers)),
            .. Twice("password.requires", profile.Password.Requires),
            .. Twice("password.differsFrom", profile.Password.DiffersFrom),
            .. Twice("password.refuses", profile.Password.Refuses),
            .. Twice("lockout.releasedBy", profile.Lockout.ReleasedBy),
            .. Twice("recovery.doors", profile.Recovery?.Doors),
            .. Twice("secondFactor.methods", profile.SecondFactor.Methods),
            .. Twice("files.kinds", Words(profile.Files.Kinds)),
            .. Twice("cases.desk.days", Words(profile.Cases.Desk?.Days)),
            .. Twice("approval.acts", profile.Approval.Acts),
        ];
    }

    private static IEnumerable<ProfileProblem> Twice(string path, IEnumerable<string>? words) =>
        (words ?? []).CountBy(word => word, StringComparer.Ordinal).Where(each => each.Value > 1)
            .Select(each => new ProfileProblem(path, "WordTwice", each.Key));

    private static IEnumerable<string>? Words<T>(IEnumerable<T>? values)
        where T : struct, Enum =>
        values?.Select(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
