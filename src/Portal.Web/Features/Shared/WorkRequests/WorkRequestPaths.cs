using Portal.Rules.WorkRequests;

namespace Portal.Web.Features.Shared.WorkRequests;

/// <summary>Pages of customers about work requests.</summary>
public static class WorkRequestPaths
{
    /// <summary>What can be asked for.</summary>
    public const string Catalogue = "~/catalog";

    /// <summary>What was asked for.</summary>
    public const string Index = "~/requests";

    /// <summary>The form of an item.</summary>
    public static string Item(string code) => $"{Catalogue}/{code}";

    public static string Show(int number) => Mailed(number).Insert(0, "~");

    /// <summary>Below the portal, for a mail.</summary>
    public static string Mailed(int number) => $"/requests/{WorkRequestNumber.Of(number)}";

    public static string Withdraw(int number) => Show(number) + "/withdraw";

    public static string File(int number, Guid id) => $"{Show(number)}/files/{id}";
}
