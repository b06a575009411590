using System.Text.Json.Nodes;
using Portal.Rules.Delegation;
using Portal.Rules.TenantPolicies;
using Portal.Rules.Text;
using Portal.Web.Domain.Tenants;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// How much of a profile one changes with a whole one, be it a file or a former version: administrators of a tenant
/// what their forms let them, and no way around those (ADMIN-11). Host names, sign-in pages, features and the acts that
/// need a second person are for system administrators.
/// </summary>
public static class PolicyReach
{
    // What the forms of names and look change.
    private static readonly string[] Looks =
        ["name", "purpose", "brand", "mail.senderName", "mail.senderAddress", "contact", "languages", "defaultLanguage"];

    /// <summary>The paths of a file that system administrators alone change.</summary>
    public static IReadOnlyList<string> BeyondFile(IEnumerable<ProfileChange> changes) => Beyond(changes, IsPolicy);

    /// <summary>The same of a former version, which forms of names and look made, too.</summary>
    public static IReadOnlyList<string> BeyondRevert(IEnumerable<ProfileChange> changes) =>
        Beyond(changes, path => IsPolicy(path) || IsLook(path));

    /// <summary>The forms of names and look change it, whoever may not do so by file.</summary>
    public static bool IsLook(string path) => Looks.Any(look => IsIn(look, path));

    /// <summary>What of that stops this one.</summary>
    public static IReadOnlyList<string> For(StaffActor actor, IReadOnlyList<string> beyond) =>
        StaffRules.MayManageTenants(actor) ? [] : beyond;

    /// <summary>The policies whose new value no form would take.</summary>
    public static IReadOnlyList<string> Unfit(IEnumerable<ProfileChange> changes) =>
    [
        .. changes.Where(change => PolicyFields.Find(change.Path) is { } field && !Fits(field, change.After)).Select(change => change.Path),
    ];

    private static IReadOnlyList<string> Beyond(IEnumerable<ProfileChange> changes, Func<string, bool> isOffered) =>
        [.. changes.Select(change => change.Path).Where(path => !isOffered(path))];

    private static bool IsPolicy(string path) => PolicyFields.Find(path) is not null;

    private static bool IsIn(string part, string path) =>
        path == part || (path.StartsWith(part, StringComparison.Ordinal) && path[part.Length] is '.' or '[');

    private static bool Fits(PolicyField field, JsonNode? value) => field switch
    {
        PolicyField.Number number => value is null ? !number.Required
            : value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.GetValue<int>() is var typed
                && typed >= number.Least && typed <= number.Most,
        PolicyField.Choice choice => value is null || choice.Words.Contains(ProfileValues.Text(value)),
        PolicyField.List list => !PolicyWords.Of(ProfileValues.Text(value)).Except(list.Words).Any(),
        PolicyField.Line line => value is null || CodePoints.Count(ProfileValues.Text(value)!) <= line.Most,
        PolicyField.Days days => value is null || value.AsArray().Count <= days.Most,

        // What a profile may hold there is what the form takes: its own check has judged it already.
        _ => true,
    };
}
