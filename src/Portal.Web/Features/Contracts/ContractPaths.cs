namespace Portal.Web.Features.Contracts;

/// <summary>Pages of customers about their contract.</summary>
public static class ContractPaths
{
    public const string Index = "~/contracts";

    public static string Show(string number) => $"~/contracts/{Uri.EscapeDataString(number)}";
}
