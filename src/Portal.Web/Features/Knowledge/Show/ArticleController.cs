using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Knowledge.Show;

/// <summary>An article as its reader sees it.</summary>
/// <param name="Version">In the language that is shown.</param>
/// <param name="Files">Those that can be taken.</param>
/// <param name="Views">With this reading.</param>
public sealed record ArticlePage(ArticleTarget Target, ArticleVersion Version, IReadOnlyList<StoredFile> Files, int Views)
{
    /// <summary>In somebody else's place nobody says what helped that one (SE-13).</summary>
    public required bool CanBeJudged { get; init; }

    /// <summary>Other languages that it is written in.</summary>
    public IEnumerable<string> OtherLanguages => Target.Row.Versions.Select(version => version.Language)
        .Where(language => language != Version.Language).Order(StringComparer.Ordinal);
}

/// <summary>One article: read, its files taken, judged (KNOW-1, KNOW-3).</summary>
[Route("kb/{slug}")]
[ArticleGuard]
public sealed class ArticleController(ArticleReadings readings, StoredFiles files, FileDownloads downloads, CurrentSession session,
    IStringLocalizer<KnowledgeText> text) : KnowledgeController
{
    /// <param name="lang">Another language than the page's, where there is such a version.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] ArticleTarget target, string? lang)
    {
        ArgumentNullException.ThrowIfNull(target);
        ModelState.Clear();
        var counts = await ReadAsync(target);
        var version = In(target, lang) ?? In(target, KnowledgeWords.Language) ?? target.Row.Versions[0];
        var all = await files.OfAsync(KnowledgeFiles.Of(target.Row.Id));
        return View("Article", new ArticlePage(target, version, [.. all.Where(file => file.State == StoredFileState.Clean)],
            target.Row.ViewCount + (counts ? 1 : 0))
        { CanBeJudged = session.Acting is null });
    }

    /// <summary>Whoever takes a file has read the article that is one.</summary>
    [HttpGet("files/{id:guid}")]
    [Download]
    public async Task<IActionResult> File([Guarded] ArticleTarget target, Guid id)
    {
        ArgumentNullException.ThrowIfNull(target);
        var answer = await downloads.OpenAsync(KnowledgeFiles.Of(target.Row.Id), id, () => Task.FromResult(true));
        if (target.Row.FileId == id && answer is not NotFoundResult)
        {
            await ReadAsync(target);
        }

        return answer;
    }

    /// <param name="lang">Of the version that was read; back to it.</param>
    [HttpPost("feedback")]
    [ClosedWhileActing]
    public async Task<IActionResult> Judge([Guarded] ArticleTarget target, bool? helpful, string? lang)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (helpful is not { } said)
        {
            return BadRequest();
        }

        await readings.JudgeAsync(target.Row.Id, target.Reader.UserId, said);
        TempData.Success(text["Thanks"]);
        return new SeeOtherResult(In(target, lang) is { } version && version.Language != KnowledgeWords.Language
            ? KnowledgePaths.In(target.Row.Slug, version.Language)
            : target.Path);
    }

    /// <summary>Who looks in somebody's place has not read for that one.</summary>
    private async Task<bool> ReadAsync(ArticleTarget target) =>
        session.Acting is null && await readings.ReadAsync(target.Row.Id, target.Reader.UserId, target.Reading);

    private static ArticleVersion? In(ArticleTarget target, string? language) =>
        target.Row.Versions.FirstOrDefault(version => version.Language == language);
}
