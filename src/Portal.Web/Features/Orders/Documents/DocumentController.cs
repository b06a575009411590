using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Export;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Documents;

/// <summary>A document as a page.</summary>
/// <param name="Language">Of the document, whatever the page's is.</param>
/// <param name="Others">Languages in which it is there as well.</param>
public sealed record DocumentPage(OrderTarget Target, DocumentContent Content, string Language, IReadOnlyList<string> Others, bool HasPdf);

/// <summary>The document of an application, as page and PDF (ORDER-7).</summary>
[Route("orders/{number:length(8)}/document")]
[OrderGuard]
public sealed class DocumentController(OrderDocuments documents, OrderPdf pdf, AuditLog audit, CurrentSession session)
    : OrderController(session)
{
    /// <param name="lang">Another language than the holder's.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] OrderTarget target, string? lang)
    {
        ArgumentNullException.ThrowIfNull(target);
        return await documents.FindAsync(target.Order, lang) is { Document: var stored, Others: var others }
            ? View("Document", new DocumentPage(target, DocumentContent.Read(stored.Content), stored.Language, others, pdf.IsOffered))
            : NotFound();
    }

    /// <param name="lang">As the page shows it.</param>
    [HttpPost("pdf")]
    [Download]
    public async Task<IActionResult> Download([Guarded] OrderTarget target, string? lang)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!pdf.IsOffered || await documents.FindAsync(target.Order, lang) is not { Document: var stored })
        {
            return NotFound();
        }

        audit.Record(ExportEvents.Exported, AuditSubject.Of(target.Reader.User), "order-document",
            new { filter = target.Order.Named.ToString(), format = "pdf" });
        return pdf.Download(stored);
    }
}
