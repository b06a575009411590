namespace Portal.Web.Http.Places;

/// <summary>Pages of customers about points.</summary>
public static class PointsPaths
{
    public const string Index = "~/points";

    /// <summary>Below the portal, for a mail.</summary>
    public const string Mailed = "/points";

    public static string Of(Guid period) => $"~/points?period={period}";

    public static string Export(Guid period) => $"~/points/export?period={period}";
}
