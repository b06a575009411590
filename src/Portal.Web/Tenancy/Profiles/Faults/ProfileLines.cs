using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Web.Tenancy.Profiles.Faults;

/// <summary>In which line of its file each part of a profile stands.</summary>
internal sealed class ProfileLines
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] text;
    private int line = 1;
    private long read;

    private ProfileLines(string json) => text = Encoding.UTF8.GetBytes(json);

    public static ProfileLines Of(string json)
    {
        var found = new ProfileLines(json);
        var reader = new Utf8JsonReader(found.text, Options);
        try
        {
            reader.Read();
            found.Note(ref reader, "");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // What stands before the fault has its lines all the same.
        }

        return found;
    }

    /// <summary>Of a part; where it is missing, of what it is missing in.</summary>
    /// <returns>Null for the whole.</returns>
    public int? Of(ProfileProblem problem) => problem.Path.Length == 0 ? null
        : lines.Where(part => IsWithin(problem.Path, part.Key)).OrderByDescending(part => part.Key.Length)
            .Select(part => (int?)part.Value).FirstOrDefault();

    /// <summary>How the part of an object is called.</summary>
    public static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>How an item of a list is called.</summary>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool IsWithin(string path, string part) => part.Length == 0
        || path.Equals(part, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(part + ".", StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(part + "[", StringComparison.OrdinalIgnoreCase);

    private void Note(ref Utf8JsonReader reader, string path)
    {
        lines.TryAdd(path, At(reader.TokenStartIndex));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                // Of a name that comes twice, the last.
                var below = Below(path, reader.GetString()!);
                lines[below] = At(reader.TokenStartIndex);
                reader.Read();
                Note(ref reader, below);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Note(ref reader, Item(path, i));
            }
        }
    }

    private int At(long index)
    {
        for (; read < index; read++)
        {
            line += text[read] == (byte)'\n' ? 1 : 0;
        }

        return line;
    }
}
