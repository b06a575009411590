namespace Portal.Web.Http.Places;

/// <summary>Pages of customers about points.</summary>
public static class PointsPaths
{
    public const string Index = "~/points";

    /// <summary>In an address: the number of the contract that a mail was about.</summary>
    public const string Contract = "contract";

    /// <summary>Below the portal, for a mail: the reader may work for another contract.</summary>
    public static string Mailed(string contract) => $"/points?{Contract}={Uri.EscapeDataString(contract)}";

    public static string Of(Guid period) => $"~/points?period={period}";

    public static string Export(Guid period) => $"~/points/export?period={period}";
}
