using System.Text;
using System.Text.Json;

namespace Portal.Rules.WorkRequests;

/// <summary>A part of a JSON text that knows its line, so that whoever wrote it finds what is wrong.</summary>
/// <param name="Kind">Object, array, text, number or word.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Text">A text, or a number or word as it stands there.</param>
internal sealed record JsonSpot(JsonValueKind Kind, int Line, string Text)
{
    private const int Deepest = 12;

    /// <summary>Parts of an object, in their order.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>Entries of a list.</summary>
    public IReadOnlyList<JsonSpot> Items { get; init; } = [];

    /// <exception cref="JsonException">It is no JSON; the exception has the line.</exception>
    public static JsonSpot Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
        var walk = new Walk(bytes);
        reader.Read();
        var spot = walk.Value(ref reader);

        // Whatever stands behind the end is found by reading on.
        reader.Read();
        return spot;
    }

    private sealed class Walk(byte[] bytes)
    {
        private int line = 1;
        private int read;

        public JsonSpot Value(ref Utf8JsonReader reader)
        {
            var at = Line(ref reader);
            return reader.TokenType switch
            {
                JsonTokenType.StartObject => new JsonSpot(JsonValueKind.Object, at, "") { Members = Object(ref reader) },
                JsonTokenType.StartArray => new JsonSpot(JsonValueKind.Array, at, "") { Items = Array(ref reader) },
                JsonTokenType.String => new JsonSpot(JsonValueKind.String, at, reader.GetString()!),
                JsonTokenType.Number => new JsonSpot(JsonValueKind.Number, at, Encoding.UTF8.GetString(reader.ValueSpan)),
                JsonTokenType.True => new JsonSpot(JsonValueKind.True, at, ""),
                JsonTokenType.False => new JsonSpot(JsonValueKind.False, at, ""),
                _ => new JsonSpot(JsonValueKind.Null, at, ""),
            };
        }

        private List<JsonMember> Object(ref Utf8JsonReader reader)
        {
            var members = new List<JsonMember>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (name, at) = (reader.GetString()!, Line(ref reader));
                reader.Read();
                members.Add(new JsonMember(name, at, Value(ref reader)));
            }

            return members;
        }

        private List<JsonSpot> Array(ref Utf8JsonReader reader)
        {
            var items = new List<JsonSpot>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(Value(ref reader));
            }

            return items;
        }

        private int Line(ref Utf8JsonReader reader)
        {
            for (; read < reader.TokenStartIndex; read++)
            {
                line += bytes[read] == (byte)'\n' ? 1 : 0;
            }

            return line;
        }
    }
}

/// <summary>A named part of an object.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="Line">Where the name stands, from 1.</param>
/// <param name="Value">What it is.</param>
internal sealed record JsonMember(string Name, int Line, JsonSpot Value);
