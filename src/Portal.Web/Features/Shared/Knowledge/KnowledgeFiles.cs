using Portal.Web.Files.Stored;

namespace Portal.Web.Features.Shared.Knowledge;

/// <summary>Files of articles.</summary>
public static class KnowledgeFiles
{
    /// <summary>What they are sent for, and what owns them.</summary>
    public const string Purpose = "article";

    public static FileOwner Of(Guid articleId) => new(Purpose, articleId);
}
