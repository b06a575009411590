using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.TestKit.Web;

namespace Portal.TestKit.Passkeys;

/// <summary>
/// A passkey without a device: it makes what a browser would send, by the WebAuthn standard. What a test changes of it
/// is a lie that a broken or hostile browser could tell.
/// </summary>
public sealed class SoftPasskey : IDisposable
{
    private const int Es256 = -7;
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte MayBeSynced = 0x08;
    private const byte IsSynced = 0x10;
    private const byte BringsKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>The user handle that the options gave when it was made; what it says it belongs to.</summary>
    public string? UserHandle { get; set; }

    public uint Counter { get; set; }

    public string Origin { get; set; } = PortalApp.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Null takes what the options say.</summary>
    public string? RelyingParty { get; set; }

    /// <summary>Null takes what the options say.</summary>
    public string? Challenge { get; set; }

    public bool VerifiesUser { get; set; } = true;

    public bool Synced { get; init; }

    public bool CrossOrigin { get; set; }

    public int Algorithm { get; init; } = Es256;

    public bool SpoilsSignature { get; set; }

    /// <summary>navigator.credentials.create.</summary>
    public JsonObject Create(JsonElement options)
    {
        UserHandle = options.GetProperty("user").GetProperty("id").GetString();
        var data = AuthenticatorData(options.GetProperty("rp").GetProperty("id").GetString()!, AttestedKey());
        var attestation = new CborWriter(CborConformanceMode.Ctap2Canonical);
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(data);
        attestation.WriteEndMap();
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Encode(ClientData("webauthn.create", options)),
            ["attestationObject"] = Encode(attestation.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>navigator.credentials.get.</summary>
    public JsonObject Get(JsonElement options)
    {
        var client = ClientData("webauthn.get", options);
        var data = AuthenticatorData(options.GetProperty("rpId").GetString()!, []);
        var signature =
            key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (SpoilsSignature)
        {
            signature[^1] ^= 1;
        }

        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Encode(client),
            ["authenticatorData"] = Encode(data),
            ["signature"] = Encode(signature),
            ["userHandle"] = UserHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private JsonObject Credential(JsonObject response) => new()
    {
        ["id"] = Encode(Id),
        ["rawId"] = Encode(Id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    };

    private byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = Challenge ?? options.GetProperty("challenge").GetString(),
        ["origin"] = Origin,
        ["crossOrigin"] = CrossOrigin,
    }.ToJsonString());

    private byte[] AuthenticatorData(string relyingParty, byte[] attested)
    {
        var flags =
            (byte)(Present | (VerifiesUser ? Verified : 0) | (Synced ? MayBeSynced | IsSynced : 0) | (attested.Length > 0 ? BringsKey : 0));
        var counter = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty ?? relyingParty)), flags, .. counter, .. attested];
    }

    private byte[] AttestedKey()
    {
        var length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)Id.Length);
        return [.. new byte[16], .. length, .. Id, .. PublicKey()];
    }

    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        cose.WriteInt32(1);
        cose.WriteInt32(2);
        cose.WriteInt32(3);
        cose.WriteInt32(Algorithm);
        cose.WriteInt32(-1);
        cose.WriteInt32(1);
        cose.WriteInt32(-2);
        cose.WriteByteString(point.X!);
        cose.WriteInt32(-3);
        cose.WriteByteString(point.Y!);
        cose.WriteEndMap();
        return cose.Encode();
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
