using Portal.Rules.Tenants;
using Portal.Rules.Text;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Profiles.Faults;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// Whether a profile makes sense as a whole: a lockout that nobody can release is refused, and the like.
/// </summary>
internal static class ProfileCheck
{
    /// <summary>Of what a site is for, in characters.</summary>
    public const int LongestPurpose = 200;

    /// <summary>
    /// Of what is stored: what came in before a rule was is served on, and has to be mended when it is changed.
    /// </summary>
    public static void Run(TenantProfile profile, string source)
    {
        if (Unusable(profile) is [var problem, ..])
        {
            throw new ProfileException($"{source}: {problem.Told}");
        }
    }

    /// <summary>Everything that is wrong, for whoever corrects it.</summary>
    public static IReadOnlyList<ProfileProblem> Problems(TenantProfile profile)
    {
        var unusable = Unusable(profile);
        return
        [
            .. unusable,
            .. ProfilePolicyCheck.Unreleased(profile),
            .. ProfilePolicyCheck.Unasked(profile),
            .. ProfilePolicyCheck.Unlisted(profile.Password),
            .. ProfilePolicyCheck.Unreachable(profile),
            .. OwnHost(profile.Host),
            .. ProfileRangeCheck.Problems(profile),
            .. ProfileListCheck.Problems(profile),
            .. Lines("name", profile.Name, PersonName.Longest),
            .. Lines("purpose", profile.Purpose, LongestPurpose),
            .. Lines("mail.senderName", profile.Mail.SenderName, PersonName.Longest),
            .. profile.Links.SelectMany((link, i) => Lines($"links[{i}].title", link.Title, PersonName.Longest)),
            .. unusable.Count == 0 ? ProfilePolicyCheck.Unkept(profile.Password) : [],
        ];
    }

    private static IReadOnlyList<ProfileProblem> Unusable(TenantProfile profile)
    {
        ProfileProblem[] problems =
            [.. Identity(profile), .. ProfilePolicyCheck.Problems(profile), .. ProfileContentCheck.Problems(profile)];
        if (problems.Length > 0)
        {
            return problems;
        }

        try
        {
            _ = new PortalTenant(Guid.Empty, false, 0, profile);
            return [];
        }
        catch (ProfileException e) when (e.Problem is { } problem)
        {
            return [problem];
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            return [new("", "Uncountable")];
        }
    }

    private static IEnumerable<ProfileProblem> Identity(TenantProfile profile)
    {
        if (!TenantSlug.IsWellFormed(profile.Slug) || (profile.Slug != TenantProfile.StaffSlug && TenantSlug.IsReserved(profile.Slug)))
        {
            yield return new("slug", "Slug");
        }

        if (profile.Host is { } host && Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            yield return new("host", "Host");
        }

        if (profile.Languages.Except(["ja", "en"]).Any() || !profile.Languages.Contains(profile.DefaultLanguage))
        {
            yield return new("languages", "Languages");
        }

        if (!NamedZone.Exists(profile.TimeZone))
        {
            yield return new("timeZone", "TimeZone", profile.TimeZone);
        }

        if (!EmailAddress.IsAcceptable(profile.Mail.SenderAddress))
        {
            yield return new("mail.senderAddress", "Email");
        }

        if (profile.Mail.ReportAddress is { } report && !EmailAddress.IsAcceptable(report))
        {
            yield return new("mail.reportAddress", "Email");
        }

        foreach (var problem in Brand(profile.Brand))
        {
            yield return problem;
        }
    }

    /// <summary>What the form asks of a line as well: the Japanese is there, and both fit (ADMIN-10).</summary>
    private static IEnumerable<ProfileProblem> Lines(string path, LocalText text, int longest)
    {
        if (CanonicalText.FreeText(text.Ja).Length == 0)
        {
            yield return new(path + ".ja", "Text");
        }

        foreach (var (language, line) in new[] { ("ja", text.Ja), ("en", text.En ?? "") })
        {
            if (TextCheck.Find(line.Trim(), multiline: false) is not null || CodePoints.Count(line) > longest)
            {
                yield return new($"{path}.{language}", "Line", longest);
            }
        }
    }

    private static IEnumerable<ProfileProblem> OwnHost(string? host) =>
        host is not null && SiteOptions.IsOfThisMachine(host) ? [new("host", "HostOfMachine")] : [];

    private static IEnumerable<ProfileProblem> Brand(BrandProfile brand) =>
    [
        .. brand.PrimaryColor is { } color && !BrandColor.IsUsable(color)
            ? new[] { new ProfileProblem("brand.primaryColor", "Color") }
            : [],
        .. ProfileProblem.UnknownWords("brand.mark", [brand.Mark], BrandMarks.Names),
        .. ProfileProblem.UnknownWords("brand.tone", [brand.Tone], ProfileWords.Tones),
    ];
}
