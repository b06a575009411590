namespace Portal.Web.Http.Places;

/// <summary>What is the same for everybody who comes to a portal.</summary>
public static class SitePaths
{
    public const string Privacy = "~/privacy";

    public const string Terms = "~/terms";

    public const string Accessibility = "~/accessibility";

    public const string Environment = "~/environment";

    /// <summary>Over everything that the reader sees (HOME-4).</summary>
    public const string Search = "~/search";

    /// <summary>Tells a browser how to search here from its own box.</summary>
    public const string SearchDescription = "~/search.xml";

    public const string Brand = "~/brand.css";

    /// <summary>Of all portals, in the demonstration.</summary>
    public const string AllBrands = "~/brands.css";

    /// <summary>What shows in the demonstration what leaves the portals; outside of them.</summary>
    public const string DemoMailbox = "/dev/mailbox";

    public const string DemoPhone = "/dev/phone";

    public const string DemoNetwork = "/dev/network";

    public const string DemoBackOffice = "/dev/backoffice";

    public const string Icon = "~/icon.svg";

    /// <summary>The portal's logo, for as long as it is that one.</summary>
    public static string OfLogo(Guid id) => $"~/logo/{id:N}";

    public const string Culture = "~/culture";

    public const string Theme = "~/theme";

    /// <summary>The address of a file that may be kept as long as its content does not change.</summary>
    public static string OfVersion(string path, string version) => $"{path}?v={version}";
}
