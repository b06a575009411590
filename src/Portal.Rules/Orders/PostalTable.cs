namespace Portal.Rules.Orders;

/// <summary>What a postal code says of an address.</summary>
/// <param name="Prefecture">As <see cref="Prefectures"/> has it.</param>
/// <param name="City">City, ward or town.</param>
/// <param name="Town">The part of it; empty where the code stands for several.</param>
public readonly record struct PostalPlace(string Prefecture, string City, string Town);

/// <summary>
/// Places by postal code (ORDER-8), from the text that `tools/postal-codes.mjs` makes. Codes come and go, so an unknown
/// one is nothing wrong.
/// </summary>
public sealed class PostalTable
{
    private const int Digits = 7;
    private const int DigitsOfBuilding = 5;
    private const int Floors = 100;

    private readonly Dictionary<(int Code, int Digits), (int City, string Town)[]> places = [];
    private readonly Dictionary<int, string> cities = [];

    private PostalTable()
    {
    }

    /// <summary>How many codes there are.</summary>
    public int Count => places.Count;

    /// <summary>Reads the table.</summary>
    /// <param name="text">Lines: "#" and remarks; "=13101 千代田区" names a city by its code; "1000001 13101 千代田" a
    /// place, its parts apart by tabs. A city that stays the same is left out; five digits stand for all codes that
    /// begin with them, those of a building's floors.</param>
    public static PostalTable Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = new PostalTable();
        var city = 0;
        while (text.ReadLine() is { } line)
        {
            if (line is [] or ['#', ..])
            {
                continue;
            }

            var parts = line.TrimStart('=').Split('\t');
            if (line[0] == '=')
            {
                table.cities.Add(Whole(parts[0]), parts[1]);
                continue;
            }

            city = parts[1].Length == 0 ? city : Whole(parts[1]);
            table.Add(parts[0], city, parts[2]);
        }

        return table;
    }

    /// <summary>The places of a code: none for one that is unknown, several where the code knows no one city.</summary>
    /// <param name="code">Seven digits.</param>
    public IReadOnlyList<PostalPlace> Find(string code)
    {
        if (code is not { Length: Digits } || !code.All(char.IsAsciiDigit))
        {
            return [];
        }

        var found = places.GetValueOrDefault((Whole(code), Digits)) ?? places.GetValueOrDefault((Whole(code) / Floors, DigitsOfBuilding));
        return found is null
            ? []
            : [.. found.Select(place => new PostalPlace(Prefectures.Of(place.City / 1000), cities[place.City], place.Town))];
    }

    private void Add(string code, int city, string town)
    {
        var key = (Whole(code), code.Length);
        places[key] = places.TryGetValue(key, out var known) ? [.. known, (city, town)] : [(city, town)];
    }

    private static int Whole(string digits) =>
        int.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
}
