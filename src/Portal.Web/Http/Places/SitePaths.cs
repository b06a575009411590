namespace Portal.Web.Http.Places;

/// <summary>What is the same for everybody who comes to a portal.</summary>
public static class SitePaths
{
    public const string Privacy = "~/privacy";

    public const string Terms = "~/terms";

    public const string Accessibility = "~/accessibility";

    public const string Environment = "~/environment";

    public const string Brand = "~/brand.css";

    public const string Logo = "~/logo";

    public const string Culture = "~/culture";

    public const string Theme = "~/theme";
}
