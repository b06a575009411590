using Portal.Web.Data.Entities;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Files;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>An article as its authors see it.</summary>
public sealed record ArticleRecord(StaffArticleTarget Target, IReadOnlyList<StoredFile> Files, IReadOnlyList<RecordChange> Changes)
{
    public Article Row => Target.Row!;

    public required ArticleView State { get; init; }

    /// <summary>Readers will see it for the first time.</summary>
    public required bool IsToCome { get; init; }

    /// <summary>For files that are to be added.</summary>
    public required FilesField Field { get; init; }
}

/// <summary>Reads the page of an article, also when it comes back with what was wrong with a file.</summary>
public sealed class ArticleRecords(StaffReach reach, ArticleQueue queue, RecordHistory history, StoredFiles files, FileFields fields,
    TimeProvider clock)
{
    /// <param name="ids">What the form brought, where it is shown once more.</param>
    public async Task<ArticleRecord> ReadAsync(StaffArticleTarget target, IReadOnlyList<Guid>? ids = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (tenant, row) = (target.Tenant, target.Row!);
        var id = row.Id;
        var (all, field) = await reach.InsideAsync(tenant, async () =>
            (await files.OfAsync(KnowledgeFiles.Of(id)), await fields.OfAsync(KnowledgeFiles.Purpose, ids, tenant.Slug)));
        return new ArticleRecord(target, all, await history.OfAsync(tenant, id))
        {
            State = queue.StateOf(row, row.Openings.Count > 0),
            IsToCome = row.PublishedAt > clock.GetUtcNow(),
            Field = field,
        };
    }
}
