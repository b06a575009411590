using System.Text;

namespace Portal.Web.Files.Tables;

/// <summary>
/// Shift_JIS writes some characters of names in two ways, NEC's and IBM's (髙 is EE E0 and FB FC). A strict decoder
/// knows one of them; the lenient one knows both, but gives a mark or a private character for what is nothing. This
/// takes the best of both.
/// </summary>
internal sealed class VendorFallback(Encoding lenient) : DecoderFallback
{
    private const string NoCharacter = "\u30FB?\uFFFD";

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(lenient);

    private sealed class Buffer(Encoding lenient) : DecoderFallbackBuffer
    {
        private char? found;

        public override int Remaining => found is null ? 0 : 1;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            var text = lenient.GetString(bytesUnknown);
            if (text.Length != 1 || NoCharacter.Contains(text[0], StringComparison.Ordinal)
                || char.IsControl(text[0]) || text[0] is >= '\uE000' and <= '\uF8FF')
            {
                throw new DecoderFallbackException("These bytes are no character.", bytesUnknown, index);
            }

            found = text[0];
            return true;
        }

        public override char GetNextChar()
        {
            var next = found ?? '\0';
            found = null;
            return next;
        }

        public override bool MovePrevious() => false;
    }
}
