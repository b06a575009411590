namespace Portal.Rules.Knowledge;

/// <summary>One reader in front of one article.</summary>
/// <param name="IsPublished">The staff has let go of it.</param>
/// <param name="Time">Where it stands in its time.</param>
/// <param name="IsForTenant">It is opened for everybody.</param>
/// <param name="IsForService">It is opened for the service of the reader's contract.</param>
/// <param name="IsForContract">It is opened for the reader's contract.</param>
public readonly record struct ArticleSight(bool IsPublished, ArticleTime Time, bool IsForTenant, bool IsForService, bool IsForContract)
{
    /// <summary>
    /// Whether the reader sees it, in lists, counts, searches, suggestions, files and on its page (AZ-17). Nobody sees
    /// what is opened for nobody, which is what an article begins with (KNOW-1).
    /// </summary>
    public bool IsSeen => IsPublished && Time == ArticleTime.Shown && (IsForTenant || IsForService || IsForContract);
}
