using System.Globalization;
using System.Resources;
using Portal.Web.Tenancy;

namespace Portal.Web.Mail;

/// <summary>
/// Whom a mail is written for. Words and times are the reader's, not those of the request that caused the mail.
/// </summary>
public sealed class MailContext(PortalTenant tenant, TenantLinks links, string language, string timeZone, DateTimeOffset now)
{
    private const string Japan = "Asia/Tokyo";
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language);

    public PortalTenant Tenant => tenant;

    public string Language => language;

    public DateTimeOffset Now => now;

    public string PortalName => tenant.Profile.Name.In(language);

    /// <summary>
    /// A text of the pair of resource files named as <typeparamref name="TText"/>; arguments are put in as they are.
    /// </summary>
    public string Text<TText>(string key, params object[] arguments)
    {
        var text = Words<TText>.Manager.GetString(key, culture)
            ?? throw new MissingManifestResourceException($"{typeof(TText).Name} has no \"{key}\".");
        return arguments.Length == 0 ? text : string.Format(culture, text, arguments);
    }

    public Uri Link(string path) => links.To(tenant, path);

    /// <summary>A moment in the reader's zone, which is named: the reader may be anywhere.</summary>
    public string Time(DateTimeOffset moment)
    {
        var local =
            TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc);
        var zoneName = zone is null ? "UTC" : timeZone;
        return IsJapanese
            ? local.ToString("yyyy年M月d日（ddd） H':'mm", culture) + (zoneName == Japan ? "（日本時間）" : $"（{zoneName}）")
            : local.ToString("dddd, d MMMM yyyy, HH':'mm", culture) + (zoneName == Japan ? " (Japan time)" : $" ({zoneName})");
    }

    public string Date(DateOnly date) => date.ToString(IsJapanese ? "yyyy年M月d日（ddd）" : "dddd, d MMMM yyyy", culture);

    private bool IsJapanese => language == "ja";

    private static class Words<TText>
    {
        public static readonly ResourceManager Manager = new(typeof(TText));
    }
}
