namespace Portal.Web.Http.Places;

/// <summary>The way to a new inquiry, for pages that explain what to ask the provider about.</summary>
public static class InquiryPaths
{
    public const string New = "~/cases/new";

    /// <summary>With kind, subject and the beginning of a text filled in.</summary>
    /// <param name="topic">A word of the pages of inquiries: "contract", "points".</param>
    public static string About(string topic) => $"{New}?about={topic}";

    /// <summary>A case, for the page of what it came of.</summary>
    public static string Show(int number) => $"~/cases/{Rules.Cases.CaseNumber.Of(number)}";
}
