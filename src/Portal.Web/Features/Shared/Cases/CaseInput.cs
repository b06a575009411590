using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Shared.Cases;

/// <summary>Reads what people write about a case.</summary>
public sealed class CaseInput(FormWords words, IStringLocalizer<CaseSharedText> text)
{
    private static readonly NoteField Comment = new(CaseLimits.Text);
    private static readonly NoteField Reason = new(CaseLimits.Reason);

    private static readonly LineField FilterName = new(CaseLimits.FilterName, Required: true);

    public FormReader Reader() => words.Reader(field => text[field]);

    /// <returns>What is stored; null beside a problem, which stands at the field.</returns>
    public string? ReadText(string name, string? typed, ModelStateDictionary state) => Read(Comment, name, typed, state);

    /// <inheritdoc cref="ReadText"/>
    public string? ReadReason(string name, string? typed, ModelStateDictionary state) => Read(Reason, name, typed, state);

    /// <inheritdoc cref="ReadText"/>
    public string? ReadFilterName(string name, string? typed, ModelStateDictionary state)
    {
        var reader = Reader();
        return Kept(reader, reader.Read(FilterName, name, typed), state);
    }

    /// <summary>Text that must be there.</summary>
    public static string Required(FormReader reader, NoteField field, string name, string? typed)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var value = reader.Read(field, name, typed);
        if (value.Length == 0 && !reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.Missing());
        }

        return value;
    }

    private string? Read(NoteField field, string name, string? typed, ModelStateDictionary state)
    {
        var reader = Reader();
        return Kept(reader, Required(reader, field, name, typed), state);
    }

    private static string? Kept(FormReader reader, string value, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var problem in reader.Problems)
        {
            state.AddModelError(problem.Field, problem.Message);
        }

        return state.IsValid ? value : null;
    }
}
