using System.Text.Json;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Mail.Notices;

/// <summary>Tells somebody for which other contract it may work, or no longer.</summary>
internal sealed record MembershipNotice(NoticeCause Cause, string Name) : AccountNotice(Cause, Name)
{
    protected override void Advise(MailBody body, MailContext to) =>
        body.Facts([(to.Text<NoticeText>("MembershipContract"), Cause.Detail("contract"))]);
}

/// <summary>
/// Tells somebody of other rights; a member of the staff also which role and which sites: it learns from here what it
/// is to look after (ADMIN-11).
/// </summary>
internal sealed record RightsNotice(NoticeCause Cause) : AccountNotice(Cause, "PermissionsChanged")
{
    protected override void Advise(MailBody body, MailContext to)
    {
        if (!to.Tenant.IsStaffRealm || Cause.Detail("changes") is not { } stored)
        {
            return;
        }

        using var changes = JsonDocument.Parse(stored);
        var (former, later) = Words(changes, "role") is [var before, var after] ? (before, after) : (null, null);
        var role = former is null ? null : to.Text<NoticeText>("Rights.Change", Role(to, former), Role(to, later!));
        body.Facts([(to.Text<NoticeText>("Rights.Role"), role), .. Sites(to, former, later, Slugs(changes, 0), Slugs(changes, 1))]);
    }

    /// <summary>Whoever administers the system looks after all sites, whatever was assigned.</summary>
    private IEnumerable<(string Label, string? Value)> Sites(MailContext to, string? former, string? later, string[] before,
        string[] after)
    {
        const string All = nameof(AccountRole.SystemAdministrator);
        if (later == All)
        {
            yield return (to.Text<NoticeText>("Rights.Sites"), to.Text<NoticeText>("Rights.AllSites"));
        }
        else if (former == All)
        {
            yield return (to.Text<NoticeText>("Rights.Sites"), Named(to, after) ?? to.Text<NoticeText>("Rights.NoSites"));
        }
        else
        {
            yield return (to.Text<NoticeText>("Rights.SitesAdded"), Named(to, after.Except(before)));
            yield return (to.Text<NoticeText>("Rights.SitesRemoved"), Named(to, before.Except(after)));
        }
    }

    /// <returns>Null for none.</returns>
    private string? Named(MailContext to, IEnumerable<string> slugs) =>
        string.Join(to.Text<NoticeText>("Rights.Comma"), slugs.Select(slug => NameOf(to, slug))) is { Length: > 0 } names ? names : null;

    /// <summary>Two sites of one name are told apart by their addresses.</summary>
    private string NameOf(MailContext to, string slug)
    {
        var name = Cause.Sites.GetValueOrDefault(slug, new LocalText(slug)).In(to.Language);
        return Cause.Sites.Values.Count(other => other.In(to.Language) == name) > 1 ? $"{name} · {slug}" : name;
    }

    private static string Role(MailContext to, string role) => to.Text<AuditText>("Value." + role);

    private static string[] Slugs(JsonDocument changes, int at) =>
        changes.RootElement.TryGetProperty("tenants", out var tenants)
            ? [.. tenants[at].EnumerateArray().Select(each => each.GetString()!)]
            : [];

    private static string[] Words(JsonDocument changes, string name) =>
        changes.RootElement.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(each => each.GetString()!)] : [];
}
