using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Guards;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Cases.Opening;

/// <summary>Turns the form into the case to be.</summary>
public sealed class OpeningInput(PortalDbContext db, CaseSights sights, CaseInput input, CaseWords words,
    CaseAttachments attachments, WorkingContract contracts, CurrentSession session, Offers offers, IStringLocalizer<CasesText> text)
{
    private static readonly string[] Topics = ["contract", "points"];
    private static readonly LineField Subject = new(CaseLimits.Subject, Required: true);
    private static readonly NoteField Text = new(CaseLimits.Text);
    private static readonly ChoiceField Kind = new(typed => CaseKinds.OfCustomers.Any(kind => kind.ToString() == typed));

    public FormReader Reader() => input.Reader();

    /// <summary>What the page shows and the browser does not decide.</summary>
    public async Task<OpeningForm> FillAsync(OpeningForm form, CaseReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        form.Contract = await db.Contracts.AsNoTracking().Include(row => row.Holder).SingleAsync(row => row.Id == reader.ContractId);
        form.Suggests = offers.HasPage(KnowledgePaths.Index);
        form.Kinds = [.. CaseKinds.OfCustomers.Select(kind => new Choice(kind.ToString(), words.Kind(kind)))];
        form.Former = CaseNumber.Read(form.After) is { } number
            ? await sights.Of(reader).AsNoTracking().SingleOrDefaultAsync(row => row.Number == number && row.Status == CaseStatus.Closed)
            : null;
        form.Field = await attachments.FieldAsync(form.Files);
        form.After = form.Former is { } former ? CaseNumber.Of(former.Number) : null;
        if (form.Former is null && session is { Acting: null, User.HasMemberships: true })
        {
            await OfferContractsAsync(form);
        }

        return form;
    }

    /// <summary>The one that one works for is chosen beforehand (CASE-1).</summary>
    private async Task OfferContractsAsync(OpeningForm form)
    {
        form.Contracts = await contracts.ChoicesAsync();
        form.About ??= form.Contract!.Number;
        form.Place = form.Contracts.FirstOrDefault(choice => choice.Contract.Number == form.About);
        form.Contract = form.Place?.Contract ?? form.Contract;
    }

    /// <summary>
    /// What a follow-up begins with, as confidential as the case whose subject it repeats; what somebody looked for in
    /// vain; or an inquiry about something that another page explains, in words of ours.
    /// </summary>
    /// <param name="subject">What was searched for and not found.</param>
    /// <param name="about">One of the topics; anything else begins with nothing.</param>
    public void Prefill(OpeningForm form, string? subject = null, string? about = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Subject = Subject.Read(subject ?? "") is { Fault: null, Value: { Length: > 0 } asked } ? asked : null;
        if (about is not null && Topics.Contains(about))
        {
            form.Kind = nameof(CaseKind.Other);
            form.Subject = text[$"About.{about}.Subject", form.Contract!.Number];
            form.Text = text[$"About.{about}.Text"];
        }

        if (form.Former is { } former)
        {
            form.Confidential = former.IsConfidential;
            form.Subject = Shortened.WithEllipsis(text["FollowUpSubject", former.Subject], CaseLimits.Subject);
            form.Kind = CaseKinds.OfCustomers.Contains(former.Kind) ? former.Kind.ToString() : nameof(CaseKind.Other);
        }
    }

    public NewCase Read(OpeningForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.Read(Kind, nameof(form.Kind), form.Kind) is null)
        {
            reader.Add(nameof(form.Kind), new FieldFault.NotOffered());
        }

        if (form is { Contracts.Count: > 0, Place: null })
        {
            reader.Add(nameof(form.About), new FieldFault.NotOffered());
        }

        var subject = reader.Read(Subject, nameof(form.Subject), form.Subject);
        var typed = CaseInput.Required(reader, Text, nameof(form.Text), form.Text);
        return new NewCase(form.Chosen ?? CaseKind.Other, subject, typed, form.Confidential, form.Former?.Id)
        {
            ContractId = form.Place?.Contract.Id,
        };
    }

    /// <summary>The form as it was understood, for the check page.</summary>
    public static void Show(OpeningForm form, NewCase read)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(read);
        (form.Subject, form.Text, form.Preview) = (read.Subject, read.Text, RichText.ToHtml(read.Text));
    }
}
