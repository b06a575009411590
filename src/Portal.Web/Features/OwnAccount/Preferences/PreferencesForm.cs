using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;

namespace Portal.Web.Features.OwnAccount.Preferences;

/// <summary>
/// Language, zone and theme as chosen, and as they were when the form was opened (SAFE-1). Empty follows the site.
/// </summary>
public sealed class PreferencesForm
{
    [InDraft]
    public string? Language { get; set; }

    [InDraft]
    public string? TimeZone { get; set; }

    [InDraft]
    public string? Theme { get; set; }

    [InDraft]
    public string? SeenLanguage { get; set; }

    [InDraft]
    public string? SeenTimeZone { get; set; }

    [InDraft]
    public string? SeenTheme { get; set; }

    /// <summary>What the account says now, where that was changed meanwhile.</summary>
    [BindNever]
    public Domain.Accounts.Details.Preferences? Newer { get; set; }

    public Domain.Accounts.Details.Preferences Wanted => new(Or(Language), Or(TimeZone), Or(Theme));

    public Domain.Accounts.Details.Preferences Seen => new(Or(SeenLanguage), Or(SeenTimeZone), Or(SeenTheme));

    public void See(Domain.Accounts.Details.Preferences now)
    {
        ArgumentNullException.ThrowIfNull(now);
        (SeenLanguage, SeenTimeZone, SeenTheme) = (now.Language, now.TimeZone, now.Theme);
    }

    private static string? Or(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? null : chosen;
}
