using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Files;
using Portal.Web.Data;
using Portal.Web.Data.Connections;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Errors;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Input;
using Portal.Web.Http.Places;
using Portal.Web.Http.Shares;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Files;

/// <summary>
/// A file by itself, as the script of p-files sends it: the body is the content and nothing else. It is the sender's
/// own until a form attaches it; sent again under the same form it is the same one (FI-11).
/// </summary>
[Route("files")]
[ServedIn(Site.Portal)]
[OwnTransaction]
public sealed class FilesController(FileIntake intake, StoredFiles files, FileWords words, FilePurposes purposes, Offers offers,
    IFilePlace where, UploadShares places, UnitOfWork work, CurrentSession session, CurrentTenant tenant) : Controller
{
    /// <summary>The largest file of any tenant and a little more, so that one byte too many is told in words.</summary>
    private const int LargestBody = 21 * 1024 * 1024;

    private const string NameHeader = "Portal-File-Name";

    /// <param name="site">Where the staff sends it to; null for users, who are there.</param>
    [HttpPost("{purpose}")]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Send(string purpose, string? site)
    {
        if (!purposes.Forms(purpose).Any(offers.Has))
        {
            return NotFound();
        }

        using var inside = await where.EnterAsync(site);
        if (inside is null || !purposes.AreTaken(purpose, tenant.Value))
        {
            return NotFound();
        }

        if (Request.HasFormContentType || !Guid.TryParse(Request.Headers[FormOnce.Header], out var formId)
            || Uri.UnescapeDataString(Request.Headers[NameHeader].ToString()) is not { Length: > 0 } name)
        {
            return BadRequest();
        }

        using var place = places.Enter(tenant.Value.Id, session.UserId);
        if (place is null)
        {
            Response.Headers.RetryAfter = FailureStatus.RetrySeconds;
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        using var patience = DatabasePatience.Have(DatabasePatience.OfAFile);
        try
        {
            var arrival = new FileArrival(FileUploader.Of(session.User), purpose, formId, name);
            return Answer(await intake.ReceiveAsync(arrival, new LimitedBody(Request.Body, LargestBody), HttpContext.RequestAborted), site);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return StatusCode(e is BadHttpRequestException { StatusCode: var status } ? status : StatusCodes.Status400BadRequest);
        }
    }

    /// <inheritdoc cref="Send"/>
    [HttpPost("{id:guid}/delete")]
    public async Task<IActionResult> Discard(Guid id, string? site)
    {
        using var inside = await where.EnterAsync(site);
        return inside is not null && await work.RunAsync(() => files.DiscardAsync(session.UserId, id)) ? NoContent() : NotFound();
    }

    private IActionResult Answer(FileReceipt receipt, string? site)
    {
        if (receipt.Refusal is { } refusal)
        {
            return UnprocessableEntity(new { message = words.Say(refusal, receipt.Name) });
        }

        var remove = Url.Content(FilePaths.Discard(receipt.Id!.Value, site));
        return Ok(new { id = receipt.Id, name = receipt.Name, size = FileWords.Size(receipt.Size), remove });
    }
}
