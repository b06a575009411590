using Portal.Web.Audit;

namespace Portal.Web.Domain.Knowledge;

/// <summary>What is recorded of knowledge: who of the staff wrote what. Readers leave no event.</summary>
internal sealed class KnowledgeEvents() : EventContribution(typeof(KnowledgeEventText),
    [
        new(Added, "The staff writes an article, as a draft or published"),
        new(Changed, "The staff changes an article or its files, or publishes it, takes it back, opens it for others"),
        new(Deleted, "The staff deletes an article"),
        new(ShelfAdded, "The staff adds a knowledge base or a category"),
        new(ShelfChanged, "The staff renames a knowledge base or a category"),
        new(ShelfDeleted, "The staff deletes an empty knowledge base or category"),
    ])
{
    public const string Added = "article-added";
    public const string Changed = "article-changed";
    public const string Deleted = "article-deleted";
    public const string ShelfAdded = "knowledge-shelf-added";
    public const string ShelfChanged = "knowledge-shelf-changed";
    public const string ShelfDeleted = "knowledge-shelf-deleted";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class KnowledgeEventText;
