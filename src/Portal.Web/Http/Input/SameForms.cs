namespace Portal.Web.Http.Input;

/// <summary>
/// How many requests of this node carry one and the same form. Two or three are a double click or a browser's
/// own retry, and wait for the first one's answer; whoever sends hundreds does not make them all ask the database.
/// </summary>
internal sealed class SameForms
{
    private const int Most = 10;

    private readonly Lock counting = new();
    private readonly Dictionary<string, int> present = new(StringComparer.Ordinal);

    /// <param name="key">By what the form is known again.</param>
    /// <returns>What to dispose with the request; null where it is one too many.</returns>
    public IDisposable? Join(byte[] key)
    {
        var name = Convert.ToHexString(key);
        lock (counting)
        {
            var count = present.GetValueOrDefault(name);
            if (count == Most)
            {
                return null;
            }

            present[name] = count + 1;
        }

        return new Leaving(this, name);
    }

    private void Leave(string name)
    {
        lock (counting)
        {
            if (--present[name] == 0)
            {
                present.Remove(name);
            }
        }
    }

    private sealed class Leaving(SameForms forms, string name) : IDisposable
    {
        public void Dispose() => forms.Leave(name);
    }
}
