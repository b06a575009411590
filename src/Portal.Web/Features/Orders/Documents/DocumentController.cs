using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Orders.Documents;

/// <summary>A document as a page.</summary>
public sealed record DocumentPage(OrderTarget Target, DocumentContent Content, bool HasPdf);

/// <summary>The document of an application, as page and PDF (ORDER-7).</summary>
[Route("orders/{number:length(8)}/document")]
[OrderGuard]
public sealed class DocumentController(OrderDocuments documents, OrderPdf pdf, AuditLog audit, CurrentSession session)
    : OrderController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] OrderTarget target) =>
        await documents.FindAsync(target.Order.Id, OrderWords.Language) is { } stored
            ? View("Document", new DocumentPage(target, DocumentContent.Read(stored.Content), pdf.IsOffered))
            : NotFound();

    [HttpPost("pdf")]
    [Download]
    public async Task<IActionResult> Download([Guarded] OrderTarget target)
    {
        if (!pdf.IsOffered || await documents.FindAsync(target.Order.Id, OrderWords.Language) is not { } stored)
        {
            return NotFound();
        }

        audit.Record(ExportEvents.Exported, AuditSubject.Of(target.Reader.User), "order-document",
            new { filter = target.Order.Named.ToString(), format = "pdf" });
        return pdf.Download(stored);
    }
}
