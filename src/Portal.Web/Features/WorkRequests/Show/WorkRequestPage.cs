using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;

namespace Portal.Web.Features.WorkRequests.Show;

/// <summary>One request as its page shows it.</summary>
/// <param name="CaseNumber">Of the case that came of it, where the reader sees that.</param>
/// <param name="IsReceipt">It was sent a moment ago.</param>
public sealed record WorkRequestPage(WorkRequestTarget Target, WorkDefinition Definition, IReadOnlyList<AnsweredField> Answered,
    IReadOnlyList<StoredFile> Files, int? CaseNumber, bool IsReceipt)
{
    public WorkRequest Row => Target.Row;
}

/// <summary>Reads what the page of a request shows.</summary>
public sealed class WorkRequestPages(CaseSights cases, WorkAttachments attachments)
{
    public async Task<WorkRequestPage> ReadAsync(WorkRequestTarget target, bool isReceipt)
    {
        ArgumentNullException.ThrowIfNull(target);
        var row = target.Row;
        var definition = WorkCatalogue.Read(row.Asked!);
        var number = row.CaseId is { } id
            ? await cases.Of(target.Reader).Where(each => each.Id == id).Select(each => (int?)each.Number).SingleOrDefaultAsync()
            : null;
        return new WorkRequestPage(target, definition, WorkAnswerText.Of(definition, WorkAnswer.Parse(row.Answers), WorkWords.Language),
            await attachments.OfAsync(row), number, isReceipt);
    }
}
