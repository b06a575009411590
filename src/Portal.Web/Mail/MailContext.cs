using System.Globalization;
using System.Resources;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Mail;

/// <summary>
/// Whom a mail is written for. Words and times are the reader's, not those of the request that caused the mail.
/// </summary>
public sealed class MailContext(PortalTenant tenant, TenantLinks links, string language, NamedZone zone, DateTimeOffset now)
{
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

    /// <summary>
    /// What a token opens, in the language of the mail: its reader is signed in nowhere yet, and the browser may speak
    /// another one.
    /// </summary>
    public Uri Link(LinkPurpose purpose, string token) =>
        Link(LinkPaths.Of(purpose, token) + (language == tenant.Profile.DefaultLanguage ? "" : "?culture=" + language));

    /// <summary>A moment in the reader's zone, which is named: the reader may be anywhere.</summary>
    public string Time(DateTimeOffset moment) =>
        MomentText.Of(zone.At(moment), TimeStyle.Prose, culture) + zone.Label(MomentText.IsJapanese(culture));

    public string Number(int number) => number.ToString("N0", culture);

    public string Date(DateOnly date) => MomentText.Of(date, culture);

    private static class Words<TText>
    {
        public static readonly ResourceManager Manager = new(typeof(TText));
    }
}
