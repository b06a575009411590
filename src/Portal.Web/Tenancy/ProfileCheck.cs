using System.Text.RegularExpressions;

namespace Portal.Web.Tenancy;

/// <summary>Whether a profile makes sense as a whole: a lockout that nobody can release is refused, and the like.</summary>
internal static partial class ProfileCheck
{
    private static readonly string[] Reserved = ["admin", "t", "dev", "api", "error", "account", "healthz", "static", "css", "js", "www"];

    public static void Run(TenantProfile profile, string source)
    {
        var problem = Problems(profile).FirstOrDefault();
        if (problem != default)
        {
            throw new ProfileException($"{source}: $.{problem.Path}: {problem.Reason}");
        }

        try
        {
            _ = new PortalTenant(Guid.Empty, false, 0, profile);
        }
        catch (ProfileException e)
        {
            throw new ProfileException($"{source}: $.{e.Message}", e);
        }
    }

    private static IEnumerable<(string Path, string Reason)> Problems(TenantProfile profile)
    {
        if (!Slug().IsMatch(profile.Slug) || (profile.Slug != TenantProfile.StaffSlug && Reserved.Contains(profile.Slug)))
        {
            yield return ("slug", "2 to 32 lower-case letters, digits and hyphens, and not a reserved word.");
        }

        if (profile.Doors.Count == 0 || profile.Doors.Select(door => door.Path).Distinct().Count() != profile.Doors.Count)
        {
            yield return ("doors", "at least one, each with a path of its own.");
        }

        if (profile.Doors.Count > 0 && profile.Doors[0].Path.Length > 0)
        {
            yield return ("doors[0].path", "the first door has the empty path.");
        }

        if (profile.Languages.Except(["ja", "en"]).Any() || !profile.Languages.Contains(profile.DefaultLanguage))
        {
            yield return ("languages", "\"ja\" and \"en\" are there; the default must be one of them.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(profile.TimeZone, out _))
        {
            yield return ("timeZone", $"\"{profile.TimeZone}\" is not an IANA time zone.");
        }

        foreach (var problem in Policies(profile))
        {
            yield return problem;
        }
    }

    private static IEnumerable<(string Path, string Reason)> Policies(TenantProfile profile)
    {
        if (profile.Password.MinimumLength < 4 || profile.Password.MaximumLength < profile.Password.MinimumLength || profile.Password.MaximumLength > 256)
        {
            yield return ("password.minimumLength", "at least 4, at most the maximum length, and that at most 256.");
        }

        if (profile.Lockout.Limit is < 1 or > 100)
        {
            yield return ("lockout.limit", "1 to 100 failures.");
        }

        if ((profile.Lockout.Ends == LockoutEnds.Timed) != (profile.Lockout.Minutes is > 0))
        {
            yield return ("lockout.minutes", "a positive number exactly when the lock ends by time.");
        }

        if (profile.Lockout.Ends != LockoutEnds.Timed && profile.Lockout.ReleasedBy is not { Count: > 0 })
        {
            yield return ("lockout.releasedBy", "a lock that does not end by itself must be released by somebody.");
        }

        if (profile.Session.IdleMinutes is < 1 or > 1440 || profile.Session.AbsoluteHours is < 1 or > 24 || profile.Session.PerAccount < 1)
        {
            yield return ("session", "idle 1 to 1440 minutes, absolute 1 to 24 hours, at least one session an account.");
        }

        if (profile.Brand.PrimaryColor is { } color && !Color().IsMatch(color))
        {
            yield return ("brand.primaryColor", "#RRGGBB.");
        }

        if (profile.SignInNotice is not ("off" or "newBrowser" or "always"))
        {
            yield return ("signInNotice", "\"off\", \"newBrowser\" or \"always\".");
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{1,31}\z")]
    private static partial Regex Slug();

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Color();
}
