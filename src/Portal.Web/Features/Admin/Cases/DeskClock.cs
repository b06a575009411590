using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>How the response clocks of a case look to the desk (CASE-9).</summary>
public sealed class DeskClock(IStringLocalizer<DeskText> text, TimeProvider clock)
{
    /// <summary>Of what is due first; null while there is time.</summary>
    public ListTag? Tag(SupportCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return First(Tag(row.AnswerDueAt, row.AnswerWarnAt), Tag(row.SolutionDueAt, row.SolutionWarnAt));
    }

    /// <inheritdoc cref="Tag(SupportCase)"/>
    public ListTag? Tag(DeskFacts row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return First(Tag(row.AnswerDueAt, row.AnswerWarnAt), Tag(row.SolutionDueAt, row.SolutionWarnAt));
    }

    /// <inheritdoc cref="Tag(SupportCase)"/>
    public ListTag? Tag(DateTimeOffset? due, DateTimeOffset? warning)
    {
        var now = clock.GetUtcNow();
        return due <= now ? new ListTag(text["Overdue"], "error") : warning <= now ? new ListTag(text["DueSoon"], "warning") : null;
    }

    private static ListTag? First(ListTag? answer, ListTag? solution) =>
        answer is { Tone: "error" } ? answer : solution ?? answer;

    /// <summary>Working time that is left while a clock stands still, in hours.</summary>
    public string Left(int seconds) => text["ClockStands", Math.Round(seconds / 3600.0, 1)];
}
