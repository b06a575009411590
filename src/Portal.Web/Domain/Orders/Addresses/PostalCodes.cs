using System.IO.Compression;
using System.Text;
using Portal.Rules.Orders;

namespace Portal.Web.Domain.Orders.Addresses;

/// <summary>The table of postal codes that the program brings along, read when somebody first asks (ORDER-8).</summary>
public sealed class PostalCodes
{
    private const string Resource = "Portal.Web.Domain.Orders.Addresses.postal-codes.tsv.gz";
    private readonly Lazy<PostalTable> table = new(Read);

    public int Count => table.Value.Count;

    /// <param name="code">Seven digits.</param>
    public IReadOnlyList<PostalPlace> Find(string code) => table.Value.Find(code);

    private static PostalTable Read()
    {
        using var packed = typeof(PostalCodes).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The program lacks its table of postal codes.");
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return PostalTable.Read(text);
    }
}
