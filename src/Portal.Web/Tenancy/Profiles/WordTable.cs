using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>The words that a profile may say at one place, and what each of them means to the rules.</summary>
internal sealed class WordTable<T>(string path, params (string Word, T Meaning)[] words)
{
    public IReadOnlyList<string> Words { get; } = [.. words.Select(each => each.Word)];

    /// <exception cref="ProfileException">Nothing is meant by the word; the message names the place.</exception>
    public T Of(string word)
    {
        var found = Array.FindIndex(words, each => each.Word == word);
        return found >= 0 ? words[found].Meaning
            : throw new ProfileException(new ProfileProblem(path, "UnknownWord", word, string.Join(", ", Words)));
    }

    /// <summary>The words of a profile that mean nothing.</summary>
    public IEnumerable<ProfileProblem> Unknown(IEnumerable<string>? said) => ProfileProblem.UnknownWords(path, said, Words);
}
