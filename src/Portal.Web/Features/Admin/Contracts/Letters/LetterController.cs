using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Contracts;
using Portal.Web.Domain.Contracts;
using Portal.Web.Export.Pdf;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <param name="Letter">Null where it was shown with its password already, or nobody could sign in.</param>
/// <param name="Pdf">The file itself, where the password lives in this answer alone.</param>
/// <param name="HasPdf">Whether a file can be made at all.</param>
/// <param name="MayIssue">Another first password can be issued.</param>
public sealed record LetterPage(ContractTarget Target, StartLetter? Letter, byte[]? Pdf, bool HasPdf, bool MayIssue)
{
    /// <summary>Where the letter is missing: the contract's first number is.</summary>
    public bool NeedsNumber => FirstUsers.WayIn(Target.Tenant) == FirstPasswordWay.Phone;

    public string Path => StaffPaths.Contract(Target.Tenant.Slug, Target.Contract.Id);

    public string Act(string act) => StaffPaths.ContractAct(Target.Tenant.Slug, Target.Contract.Id, act);
}

/// <summary>The start letter of a contract, as page and PDF (ADMIN-4).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("contracts/{site}/{id:guid}")]
[StaffContractGuard]
public sealed class LetterController(StartLetters letters, LetterPdf pdf, OneTimeSecrets secrets) : Controller
{
    /// <summary>Without a password: it can be printed as often as anybody likes.</summary>
    [HttpGet(LetterPaths.Letter)]
    public async Task<IActionResult> Show([Guarded] ContractTarget target) =>
        View("Letter", Page(target, await letters.WriteAsync(target, null, "page"), null));

    /// <summary>With the password, which is nowhere else and not here again (TR-19).</summary>
    [HttpGet(LetterPaths.Issued)]
    public async Task<IActionResult> ShowOnce([Guarded] ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await secrets.RedeemAsync(TempData, target.Contract.Id) is not { } secret)
        {
            return View("Letter", Page(target, null, null));
        }

        var letter = await letters.WriteAsync(target, secret, "page");
        return View("Letter", Page(target, letter, letter is not null && pdf.IsOffered ? pdf.Write(letter) : null));
    }

    [HttpPost(LetterPaths.Pdf)]
    [Download]
    public async Task<IActionResult> Download([Guarded] ContractTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!pdf.IsOffered || await letters.WriteAsync(target, null, "pdf") is not { } letter)
        {
            return NotFound();
        }

        return File(pdf.Write(letter), PdfExport.ContentType, $"{letter.Title}_{target.Contract.Number}.pdf");
    }

    private LetterPage Page(ContractTarget target, StartLetter? letter, byte[]? file) => new(target, letter, file, pdf.IsOffered,
        FirstUsers.WayIn(target.Tenant) == FirstPasswordWay.Issued && target.Tenant.TemporaryPasswords.ByStaff);
}
