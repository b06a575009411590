using Microsoft.Extensions.Localization;
using Portal.Rules.Recovery;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Operators;

/// <summary>
/// Turns what was typed into what is stored, or into problems in words; the same for forms and for files.
/// </summary>
public sealed class OperatorInput(IStringLocalizer<OperatorsText> text, OperatorWords words, CurrentTenant tenant, TimeProvider clock)
{
    private const int ShortestLoginId = 4;
    private const int LongestName = 40;
    private const int LongestDepartment = 60;

    /// <param name="current">What is stored; fields that the tenant does not offer stay as they are.</param>
    public AccountDetails Details(DetailsForm form, AccountDetails current, ICollection<InputProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(current);
        var details = current;
        if (words.HasField("name"))
        {
            details = details with
            {
                FamilyName = Line(nameof(form.FamilyName), form.FamilyName, LongestName, problems, required: !words.IsPair),
                GivenName = Line(nameof(form.GivenName), form.GivenName, LongestName, problems, required: words.NeedsGivenName),
            };
        }

        if (words.HasField("kana"))
        {
            details = details with
            {
                FamilyNameKana = Kana(nameof(form.FamilyNameKana), form.FamilyNameKana, problems),
                GivenNameKana = Kana(nameof(form.GivenNameKana), form.GivenNameKana, problems),
            };
        }

        return Preferences(form, details with
        {
            Department = words.HasField("department")
                ? Line(nameof(form.Department), form.Department, LongestDepartment, problems)
                : current.Department,
            Title = words.HasField("title") ? Line(nameof(form.Title), form.Title, LongestDepartment, problems) : current.Title,
            Phone = words.HasField("phone") ? Phone(nameof(form.Phone), form.Phone, problems) : current.Phone,
            MobilePhone = words.HasField("mobilePhone") ? Phone(nameof(form.MobilePhone), form.MobilePhone, problems) : current.MobilePhone,
            ValidUntil = words.HasField("validUntil") && form.OffersValidity
                ? ValidUntil(form.ValidUntil, current.ValidUntil, problems)
                : current.ValidUntil,
        }, problems);
    }

    public string LoginId(string? typed, ICollection<InputProblem> problems)
    {
        const string Field = "LoginId";
        var id = CanonicalText.Identifier(typed ?? "");
        if (id.Length == 0)
        {
            problems.Add(new(Field, text["Enter", OperatorWords.Inside(words.Id)]));
        }
        else if (CodePoints(id) > IdFormat.LongestId)
        {
            problems.Add(new(Field, text["TooLong", words.Id, IdFormat.LongestId, CodePoints(id)]));
        }
        else if (TextCheck.Find(id, multiline: false) is not null || CanonicalText.MixesScripts(id) || !Fits(id))
        {
            problems.Add(new(Field, text["IdUnfit", words.Id]));
        }

        return id;
    }

    /// <returns>The address as it is stored, or null for none.</returns>
    public string? Email(string? typed, ICollection<InputProblem> problems, bool required = false)
    {
        var email = EmailAddress.Stored(typed ?? "");
        if (email.Length == 0)
        {
            if (required)
            {
                problems.Add(new("Email", text["Enter", OperatorWords.Inside(words.Label("Email"))]));
            }

            return null;
        }

        if (!EmailAddress.IsAcceptable(email))
        {
            problems.Add(new("Email", text["EmailUnfit"]));
        }

        return email;
    }

    /// <param name="again">The second entry; a file has none and gives the first again.</param>
    /// <returns>The keyword in canonical form, or null where none was typed.</returns>
    public string? Keyword(string? typed, string? again, ICollection<InputProblem> problems)
    {
        var keyword = CanonicalText.Keyword(typed ?? "");
        if (keyword.Length == 0 && string.IsNullOrEmpty(again))
        {
            return null;
        }

        switch (KeywordRules.Check(keyword))
        {
            case KeywordProblem.NotLettersAndDigits:
                problems.Add(new("Keyword", text["KeywordCharacters"]));
                break;
            case KeywordProblem.TooShort or KeywordProblem.TooLong:
                problems.Add(new("Keyword",
                    text["KeywordLength", KeywordRules.MinimumLength, KeywordRules.MaximumLength, CodePoints(keyword)]));
                break;
            default:
                if (CanonicalText.Keyword(again ?? "") != keyword)
                {
                    problems.Add(new("KeywordAgain", text["KeywordNotEqual"]));
                }

                break;
        }

        return keyword;
    }

    private AccountDetails Preferences(DetailsForm form, AccountDetails details, ICollection<InputProblem> problems) => details with
    {
        Language = words.HasField("language")
            ? OneOf(nameof(form.Language), form.Language, tenant.Value.Profile.Languages.Contains, problems)
            : details.Language,
        TimeZone = words.HasField("timeZone") ? OneOf(nameof(form.TimeZone), form.TimeZone, TimeZones.Has, problems) : details.TimeZone,
    };

    /// <returns>What was chosen; null = whatever the site has.</returns>
    private string? OneOf(string field, string? chosen, Func<string, bool> offers, ICollection<InputProblem> problems)
    {
        if (string.IsNullOrEmpty(chosen))
        {
            return null;
        }

        if (!offers(chosen))
        {
            problems.Add(new(field, text["Select", OperatorWords.Inside(words.Label(field))]));
        }

        return chosen;
    }

    private bool Fits(string id) => words.Profile.IdFormat is { } format
        ? IdFormat.Fits(format, id)
        : id.Length >= ShortestLoginId && id.All(c => char.IsAsciiLetterOrDigit(c) || "@._+-".Contains(c, StringComparison.Ordinal));

    private string Line(string field, string? typed, int longest, ICollection<InputProblem> problems, bool required = false)
    {
        var line = CanonicalText.FreeText(typed ?? "");
        if (line.Length == 0)
        {
            if (required)
            {
                problems.Add(new(field, text["Enter", OperatorWords.Inside(words.Label(field))]));
            }
        }
        else if (TextCheck.Find(typed!.Trim(), multiline: false) is not null)
        {
            problems.Add(new(field, text["WrongCharacters", words.Label(field)]));
        }
        else if (CodePoints(line) > longest)
        {
            problems.Add(new(field, text["TooLong", words.Label(field), longest, CodePoints(line)]));
        }

        return line;
    }

    private string Kana(string field, string? typed, ICollection<InputProblem> problems)
    {
        var kana = CanonicalText.Kana(Line(field, typed, LongestName, problems));
        if (!CanonicalText.IsReading(kana))
        {
            problems.Add(new(field, text["KanaUnfit"]));
        }

        return kana;
    }

    private string Phone(string field, string? typed, ICollection<InputProblem> problems)
    {
        var number = TelephoneNumber.Read(typed ?? "");
        if (number.Problem is { } problem)
        {
            problems.Add(new(field,
                text[problem == TelephoneProblem.ZeroIsMissing ? "PhoneWithoutZero" : "PhoneUnfit", words.Label(field)]));
        }

        return number.Shown;
    }

    private DateOnly? ValidUntil(string? typed, DateOnly? current, ICollection<InputProblem> problems)
    {
        const string Field = "ValidUntil";
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var date = DateText.Parse(typed);
        if (date is null)
        {
            problems.Add(new(Field, text["DateUnfit", words.Label(Field)]));
        }
        else if (date != current && date < AccountDates.Today(clock.GetUtcNow(), tenant.Value))
        {
            problems.Add(new(Field, text["DatePast", words.Label(Field)]));
        }

        return date;
    }

    private static int CodePoints(string line) => line.EnumerateRunes().Count();
}
