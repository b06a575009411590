using Microsoft.Extensions.Localization;
using Portal.Rules.Recovery;
using Portal.Rules.Text;
using Portal.Web.Forms;

namespace Portal.Web.Features.Operators;

/// <summary>A form in steps on which a keyword is typed; it lies in no draft and in no page.</summary>
public interface IKeywordForm
{
    string? Keyword { get; }

    string? KeywordAgain { get; }

    /// <summary>The checked keyword, encrypted, on its way through the check page.</summary>
    string? SealedKeyword { get; set; }
}

/// <summary>The recovery keyword, typed twice, sealed between the steps of a form (OPER-3).</summary>
public sealed class KeywordInput(SealedText seal, IStringLocalizer<OperatorsText> text)
{
    /// <param name="purpose">What the keyword was sealed for, and for whom.</param>
    /// <returns>The keyword in canonical form; null where there is none, or none that is fit.</returns>
    public string? Read(IKeywordForm form, string purpose, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        if (string.IsNullOrEmpty(form.SealedKeyword))
        {
            return Read(form.Keyword, form.KeywordAgain, reader);
        }

        var keyword = seal.Open(purpose, form.SealedKeyword);
        if (keyword is null)
        {
            reader.Add(nameof(form.Keyword), text["KeywordTypeAgain"]);
        }

        return keyword;
    }

    /// <param name="again">The second entry; a file has none and gives the first again.</param>
    /// <returns>The keyword in canonical form, or null where none was typed.</returns>
    public string? Read(string? typed, string? again, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var keyword = CanonicalText.Keyword(typed ?? "");
        if (keyword.Length == 0 && string.IsNullOrEmpty(again))
        {
            return null;
        }

        switch (KeywordRules.Check(keyword))
        {
            case KeywordProblem.NotLettersAndDigits:
                reader.Add(nameof(IKeywordForm.Keyword), text["KeywordCharacters"]);
                break;
            case KeywordProblem.TooShort or KeywordProblem.TooLong:
                reader.Add(nameof(IKeywordForm.Keyword),
                    text["KeywordLength", KeywordRules.MinimumLength, KeywordRules.MaximumLength, CodePoints.Count(keyword)]);
                break;
            default:
                if (CanonicalText.Keyword(again ?? "") != keyword)
                {
                    reader.Add(nameof(IKeywordForm.KeywordAgain), text["KeywordNotEqual"]);
                }

                break;
        }

        return keyword;
    }

    public void Seal(IKeywordForm form, string purpose, string? keyword)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.SealedKeyword = keyword is null ? null : seal.Seal(purpose, keyword);
    }

    /// <summary>Whether there is one, and whether there will be another; never which.</summary>
    public ComparedField Compare(IKeywordForm form, bool isRegistered)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(nameof(form.SealedKeyword), text["Keyword"], text[form.SealedKeyword is null ? "KeywordUnchanged" : "KeywordChanges"],
            text[isRegistered ? "KeywordRegistered" : "NotRegistered"])
        { Sent = [form.SealedKeyword ?? ""] };
    }
}
