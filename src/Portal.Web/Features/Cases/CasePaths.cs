using Portal.Rules.Cases;

namespace Portal.Web.Features.Cases;

/// <summary>Pages of customers about cases.</summary>
public static class CasePaths
{
    public const string Index = "~/cases";

    public const string New = "~/cases/new";

    public const string Visibility = "~/cases/visibility";

    /// <summary>Conditions, written down.</summary>
    public const string Filter = "~/cases/filter";

    /// <summary>Conditions that are kept under a name.</summary>
    public const string SavedFilters = "~/cases/filters";

    public const string Export = "~/cases/export";

    /// <summary>Of what waits for the customer, the questions.</summary>
    public const string Questions = "~/cases?view=action&g1=status.is.awaiting-customer";

    /// <summary>Likewise, the solutions.</summary>
    public const string Solutions = "~/cases?view=action&g1=status.is.resolved";

    public static string SavedFilter(Guid id) => $"~/cases/filters/{id}";

    public static string Show(int number) => Mailed(number).Insert(0, "~");

    /// <summary>Below the portal, for a mail.</summary>
    public static string Mailed(int number) => $"/cases/{CaseNumber.Of(number)}";

    /// <summary>In an address: the number of the contract that a mail was about.</summary>
    public const string Contract = "contract";

    /// <summary>All of them, likewise: of that contract, where the reader works for several.</summary>
    public static string MailedList(string? contract) =>
        contract is null ? "/cases" : $"/cases?{Contract}={Uri.EscapeDataString(contract)}";

    public static string FollowUp(int number) => $"~/cases/new?after={CaseNumber.Of(number)}";

    /// <summary>A file of an entry.</summary>
    public static string File(int number, Guid entry, Guid id) => Page(number, $"files/{entry}/{id}");

    public static string Page(int number, string page) => $"~/cases/{CaseNumber.Of(number)}/{page}";
}
