using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Cases;
using Portal.Web.Domain.Cases.Answers;
using Portal.Web.Features.Shared.Forms;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Admin.Cases.Answers;

/// <summary>A canned answer being written.</summary>
public sealed class CannedForm : SteppedForm
{
    [InDraft]
    public string? Title { get; set; }

    [InDraft]
    public string? TextJa { get; set; }

    [InDraft]
    public string? TextEn { get; set; }

    [BindNever]
    public AnswerTarget Target { get; set; } = null!;

    /// <summary>Both texts as customers read them, once it was asked for.</summary>
    [BindNever]
    public IReadOnlyList<RichPreview> Preview { get; set; } = [];

    public void Show(CannedContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        (Title, TextJa, TextEn) = (content.Title, content.TextJa, content.TextEn);
    }
}

/// <summary>Turns the form into what is said.</summary>
public sealed class CannedInput(FormWords words, Microsoft.Extensions.Localization.IStringLocalizer<DeskText> text)
{
    private static readonly LineField Title = new(CaseLimits.CannedTitle, Required: true);
    private static readonly NoteField Text = new(CaseLimits.Text);

    public FormReader Reader() => words.Reader(field => text["Canned." + field]);

    public static CannedContent Read(CannedForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var title = reader.Read(Title, nameof(form.Title), form.Title);
        var japanese = reader.Read(Text, nameof(form.TextJa), form.TextJa);
        if (japanese.Length == 0 && !reader.HasProblem(nameof(form.TextJa)))
        {
            reader.Add(nameof(form.TextJa), new FieldFault.Missing());
        }

        return new CannedContent(title, japanese, reader.Read(Text, nameof(form.TextEn), form.TextEn));
    }
}
