namespace Portal.Web.Http.Places;

/// <summary>Where everybody begins.</summary>
public static class HomePaths
{
    public const string Root = "~/";

    public const string Home = "~/home";

    public const string Menu = "~/menu";
}
