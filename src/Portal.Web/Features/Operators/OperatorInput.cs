using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Features.Shared.Details;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators;

/// <summary>The fields of an ID, as far as the tenant offers them; the same for forms and for files.</summary>
public sealed class OperatorInput(FormWords formWords, OperatorWords words, DetailsInput details)
{
    public FormReader Reader() => formWords.Reader(name => name == NewLoginIds.Field ? words.Id : words.Label(name));

    /// <param name="current">What is stored; fields that the tenant does not offer stay as they are.</param>
    public AccountDetails Details(DetailsForm form, AccountDetails current, FormReader reader) =>
        details.Read(words.Details, form, current, reader);

    public string LoginId(string? typed, FormReader reader) => NewLoginIds.Read(words.Profile, typed, reader);
}
